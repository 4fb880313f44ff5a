using System.Diagnostics;
using Provisioning.Conformance.Tests.Harness;

namespace Provisioning.Conformance.Tests.Sdk;

/// <summary>
/// The same program in C# on our SDK and in JavaScript on the official one sends an engine the same requests: previewing and
/// updating, both in processes of their own, read by Pulumi's own messages.
/// </summary>
public sealed class RequestTests(MonitorJudge judge) : IClassFixture<MonitorJudge>
{
    private static readonly string Program =
        ProgramRun.Built("tests/conformance/program", "Provisioning.Conformance.Program.dll");

    /// <summary>The folder with what our SDK sends, for review.</summary>
    private static readonly string Reviewed = Path.GetFullPath("../Sdk/golden", NodeWorkspace.Directory);

    public static TheoryData<string, bool> Scenarios()
    {
        string[] names = ["values", "secrets", "unknowns", "assets", "references", "options", "aliases", "providers", "components", "remote", "functions", "reads", "outputs"];
        var data = new TheoryData<string, bool>();
        foreach (var name in names)
        {
            data.Add(name, true);
            data.Add(name, false);
        }

        return data;
    }

    [NodeTheory]
    [MemberData(nameof(Scenarios))]
    public async Task Program_SendsWhatTheOfficialSdkSends(string scenario, bool dryRun)
    {
        var settings = new MonitorSettings { DryRun = dryRun };
        var official = ProgramRun.NodejsAsync(judge, settings, scenario);

        var ours = await RunAsync(settings, scenario);

        Assert.Equal((0, "", ""), (ours.ExitCode, ours.Output, ours.Error));
        Assert.Equal(SentRequests.Write(OfficialDifferences.EvenOut((await official).Requests)), SentRequests.Write(OfficialDifferences.EvenOut(ours.Requests)));
        Golden.Matches(Path.Combine(Reviewed, $"{scenario}.{(dryRun ? "preview" : "update")}.json"), SentRequests.Write(ours.Requests));
    }

    [NodeTheory]
    [InlineData("references")]
    [InlineData("remote")]
    public async Task Program_SendsAnEngineWithoutReferencesAndOutputValuesWhatTheOfficialSdkSends(string scenario)
    {
        var settings = new MonitorSettings { Unimplemented = ["GetDeploymentInfo"], Features = ["secrets", "aliasSpecs"] };
        var official = ProgramRun.NodejsAsync(judge, settings, scenario);

        var ours = await RunAsync(settings, scenario);

        Assert.Equal(SentRequests.Write(OfficialDifferences.EvenOut((await official).Requests)), SentRequests.Write(OfficialDifferences.EvenOut(ours.Requests)));
    }

    [NodeFact]
    public async Task ProgramThatOnlyLoggedErrors_Exits1()
    {
        var run = await RunAsync(new MonitorSettings(), "error");

        Assert.Equal((1, "", ""), (run.ExitCode, run.Output, run.Error));
        Assert.DoesNotContain(run.Requests, request => request["method"]?.GetValue<string>() == "SignalAndWaitForShutdown");
    }

    private Task<ProgramRun> RunAsync(MonitorSettings settings, string scenario) =>
        ProgramRun.DotnetAsync(judge, settings, new ProcessStartInfo("dotnet", [Program]), [KeyValuePair.Create<string, string?>("SCENARIO", scenario)]);
}
