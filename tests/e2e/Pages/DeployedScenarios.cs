using Provisioning.EndToEnd.Tests.Harness;

namespace Provisioning.EndToEnd.Tests.Pages;

/// <summary>Stack documents of scenarios, each deployed to a sandbox of its own when it is first asked for.</summary>
internal sealed class DeployedScenarios : IAsyncDisposable
{
    private readonly Dictionary<string, (TestProject Project, StableText Stable)> _deployed = new(StringComparer.Ordinal);

    /// <summary>Runs a command, which must succeed, on a deployed document.</summary>
    /// <returns>What it prints, without what differs from run to run.</returns>
    public async Task<string> RunAsync(string scenario, string[] arguments)
    {
        if (!_deployed.TryGetValue(scenario, out var deployed))
            deployed = await DeployAsync(scenario);
        return deployed.Stable.Of((await deployed.Project.RunAsync(arguments)).Succeeded().All);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (project, _) in _deployed.Values)
            await project.DisposeAsync();
    }

    private async Task<(TestProject Project, StableText Stable)> DeployAsync(string scenario)
    {
        var project = await TestProject.WithSandboxAsync();
        var connection = project.Sandbox.Connection;
        var document = await File.ReadAllTextAsync(project.PathOf($"{TestProject.ScenarioFolder}/{scenario}.yaml"));
        _deployed.Add(scenario, (project, new StableText($"{document} {connection.SubscriptionId} {connection.TenantId}")));
        await project.ChooseAsync(scenario);
        await project.UpAsync();
        return _deployed[scenario];
    }
}
