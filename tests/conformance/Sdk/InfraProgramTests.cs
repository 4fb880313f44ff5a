using System.Diagnostics;
using System.Text.Json.Nodes;
using Provisioning.Conformance.Tests.Harness;
using Provisioning.Protocol.Rpc;

namespace Provisioning.Conformance.Tests.Sdk;

/// <summary>The program of <c>infra/</c> as Pulumi's language host for .NET starts it: its built file, and variables of the environment.</summary>
public sealed class InfraProgramTests(MonitorJudge judge) : IClassFixture<MonitorJudge>
{
    private const string Id = "11111111-1111-1111-1111-111111111111";
    private static readonly string Root = Path.GetFullPath("../../..", NodeWorkspace.Directory);
    private static readonly object Born = new { principalId = Id, clientId = Id, tenantId = Id, type = "SystemAssigned" };

    /// <summary>An engine whose cloud answers as far as the stack <c>local</c> asks.</summary>
    private static readonly MonitorSettings Azure = new()
    {
        Functions = new Dictionary<string, object>
        {
            ["azure-native:authorization:getClientConfig"] = new { clientId = Id, objectId = Id, subscriptionId = Id, tenantId = Id },
            ["azure-native:kubernetes:getConnectedCluster"] = new { oidcIssuerProfile = new { enabled = true, issuerUrl = "https://issuer.example.com/edge/" } },
        },
        Outputs = new Dictionary<string, object>
        {
            ["azure-native:managedidentity:UserAssignedIdentity"] = Born,
            ["azure-native:machinelearningservices:Workspace"] = new { name = "mlw-local", identity = Born },
            ["azure-native:machinelearningservices:Compute"] = new { identity = Born },
            ["azure-native:containerregistry:Registry"] = new { loginServer = "private.azurecr.io" },
            ["azure-native:storage:StorageAccount"] = new
            {
                name = "stmllocaldata",
                primaryEndpoints = new { blob = "https://stmllocaldata.blob.core.windows.net/" },
            },
            ["azure-native:keyvault:Vault"] = new { properties = new { vaultUri = "https://kv-ml-local.vault.azure.net/" } },
        },
    };

    private static MonitorSettings AzureThatFails(string method, string? name, RpcStatusCode code, string message) =>
        Azure with { DryRun = true, Faults = [new(method, name, code, message)] };

    private Task<ProgramRun> RunAsync(MonitorSettings settings, params (string Name, string? Value)[] environment) =>
        RunAsync(settings, new ProcessStartInfo("dotnet", [ProgramRun.Built("infra", "Provisioning.Infra.dll")]), environment);

    private Task<ProgramRun> RunAsync(MonitorSettings settings, ProcessStartInfo start, params (string Name, string? Value)[] environment) =>
        ProgramRun.DotnetAsync(judge, settings, start, new Dictionary<string, string?>
        {
            ["PULUMI_PROJECT"] = "provisioning",
            ["PULUMI_STACK"] = "local",
            ["PULUMI_ROOT_DIRECTORY"] = Root,
        }.Concat(environment.Select(variable => KeyValuePair.Create(variable.Name, variable.Value))));

    private static IEnumerable<string> Errors(ProgramRun run) =>
        from request in run.Requests
        where Method(request) == "Log" && request["severity"]?.GetValue<int>() == 3
        select request["message"]?.GetValue<string>();

    private static string? Method(JsonObject request) => request["method"]?.GetValue<string>();

    [NodeTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Stack_IsDeclaredToItsEnd(bool dryRun)
    {
        var run = await RunAsync(Azure with { DryRun = dryRun });

        Assert.Empty(Errors(run));
        Assert.Equal((0, "", ""), (run.ExitCode, run.Output, run.Error));
        Assert.Contains(run.Requests, request => request["type"]?.GetValue<string>() == "pulumi:pulumi:Stack" && request["name"]?.GetValue<string>() == "provisioning-local");
        Assert.Contains(run.Requests, request => Method(request) == "RegisterResourceOutputs" && request["outputs"]?["workloads"] is not null);
        Assert.Equal("SignalAndWaitForShutdown", Method(run.Requests[^1]));
    }

    [NodeFact]
    public async Task OptionBinary_ThatIsNoAssembly_IsStartedByItself()
    {
        var executable = ProgramRun.Built("infra", OperatingSystem.IsWindows() ? "Provisioning.Infra.exe" : "Provisioning.Infra");

        var run = await RunAsync(Azure with { DryRun = true }, new ProcessStartInfo(executable));

        Assert.Equal((0, "", ""), (run.ExitCode, run.Output, run.Error));
    }

    [NodeFact]
    public async Task WhatTheDocumentDeserves_IsLoggedByTheEngine()
    {
        var run = await RunAsync(Azure with { DryRun = true });

        Assert.Contains(run.Requests, request => Method(request) == "Log" && request["message"]?.ToString().Contains("ACC1554", StringComparison.Ordinal) == true);
    }

    [NodeFact]
    public async Task BrokenDocument_IsLoggedOnce_AndExits32()
    {
        var run = await RunAsync(Azure, ("PULUMI_CONFIG", """{ "provisioning:document": "stacks/none.yaml" }"""));

        Assert.Equal((32, "", ""), (run.ExitCode, run.Output, run.Error));
        Assert.Collection(
            Errors(run),
            error => Assert.StartsWith("stacks/none.yaml:1:1: error ACC1001", error, StringComparison.Ordinal),
            error => Assert.StartsWith("stacks/none.yaml cannot be deployed", error, StringComparison.Ordinal));
        Assert.DoesNotContain(run.Requests, request => Method(request) is "RegisterResource" or "SignalAndWaitForShutdown");
    }

    [NodeTheory]
    [InlineData("RegisterResource", "trainer")]
    [InlineData("SupportsFeature", null)]
    [InlineData("Invoke", null)]
    [InlineData("SignalAndWaitForShutdown", null)]
    public async Task EngineThatStoppedTheDeployment_HasSaidWhy(string method, string? name)
    {
        var run = await RunAsync(AzureThatFails(method, name, RpcStatusCode.Unavailable, "resource monitor shut down"));

        Assert.Equal((32, "", ""), (run.ExitCode, run.Output, run.Error));
        Assert.Empty(Errors(run));
    }

    [NodeFact]
    public async Task RegistrationThatFails_IsReportedOnce_AndExits32()
    {
        var run = await RunAsync(AzureThatFails("RegisterResource", "trainer", RpcStatusCode.InvalidArgument, "bad name"));

        Assert.Equal((32, "", ""), (run.ExitCode, run.Output, run.Error));
        Assert.Equal(["The engine rejected 'trainer' (provisioning:index:Identity): bad name"], Errors(run));
        Assert.DoesNotContain(run.Requests, request => Method(request) == "SignalAndWaitForShutdown");
    }

    [NodeFact]
    public async Task EngineThatCannotFinish_IsReportedAndExits32()
    {
        var run = await RunAsync(AzureThatFails("SignalAndWaitForShutdown", null, RpcStatusCode.Unknown, "already waiting"));

        Assert.Equal((32, "", ""), (run.ExitCode, run.Output, run.Error));
        Assert.Equal(["The engine could not finish the deployment: already waiting"], Errors(run));
    }

    [NodeFact]
    public async Task EngineThatCannotLog_LeavesTheMessageOnStderr_AndExits1()
    {
        var settings = AzureThatFails("Log", null, RpcStatusCode.Internal, "no room");

        var run = await RunAsync(settings, ("PULUMI_CONFIG", """{ "provisioning:document": "stacks/none.yaml" }"""));

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.StartsWith("stacks/none.yaml cannot be deployed", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }

    [NodeTheory]
    [InlineData("PULUMI_MONITOR")]
    [InlineData("PULUMI_ENGINE")]
    [InlineData("PULUMI_PROJECT")]
    [InlineData("PULUMI_STACK")]
    [InlineData("PULUMI_DRY_RUN")]
    [InlineData("PULUMI_PARALLEL")]
    public async Task MissingVariable_IsNamedInOneLine(string variable)
    {
        var run = await RunAsync(Azure, (variable, null));

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.Equal(
            [$"The program was not started by an engine: {variable} is not set. Run it with `pulumi up` or `./provision up`."],
            run.Error.TrimEnd().Split('\n'));
        Assert.Empty(run.Requests);
    }

    [NodeFact]
    public async Task VariablesThatAHostMayLeaveOut_AreNotMissed()
    {
        var run = await RunAsync(
            Azure with { DryRun = true },
            ("PULUMI_ORGANIZATION", null), ("PULUMI_CONFIG", null), ("PULUMI_CONFIG_SECRET_KEYS", null), ("PULUMI_ATTACH_DEBUGGER", null));

        Assert.Equal((0, "", ""), (run.ExitCode, run.Output, run.Error));
    }

    [NodeFact]
    public async Task EngineWithoutFeatures_GetsWhatItUnderstands()
    {
        var run = await RunAsync(Azure with { DryRun = true, Unimplemented = ["GetDeploymentInfo", "SupportsFeature", "SignalAndWaitForShutdown"] });

        Assert.Equal((0, "", ""), (run.ExitCode, run.Output, run.Error));
        Assert.Empty(Errors(run));
    }
}
