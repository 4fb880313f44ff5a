using Provisioning.Infra.Model.Diagnostics;
using Provisioning.Infra.Tests.Model;

namespace Provisioning.Infra.Tests.Plans;

/// <summary>The documents in <c>stacks/scenarios</c>.</summary>
public sealed class ScenarioPlanTests
{
    public static TheoryData<string> Scenarios => [.. Stacks.Scenarios];

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void Scenario_GivesTheAccessThatWasReviewed(string scenario) =>
        Golden.Matches($"scenarios/{scenario}.txt", AccessText.Of(Stacks.Load($"scenarios/{scenario}")));

    [Theory]
    [MemberData(nameof(Scenarios))]
    public async Task Scenario_CanBePreviewedBeforeAnythingExists(string scenario)
    {
        var run = await RecordedStack.RunAsync(Stacks.Load($"scenarios/{scenario}"), isPreview: true);

        Assert.NotEmpty(run.Resources);
    }

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void Scenario_NeedsNoAdviceBeyondInformation(string scenario)
    {
        var result = Documents.Loader.Load(Repository.PathOf("stacks", "scenarios", $"{scenario}.yaml"));

        Assert.Empty(result.Diagnostics.Where(item => item.Severity > DiagnosticSeverity.Information));
    }

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void Scenario_IsListed(string scenario) => Assert.Contains(
        $"](../../stacks/scenarios/{scenario}.yaml)", File.ReadAllText(Repository.PathOf("docs", "scenarios", "README.md")), StringComparison.Ordinal);
}
