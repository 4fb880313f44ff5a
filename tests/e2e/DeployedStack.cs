using Provisioning.EndToEnd.Tests.Harness;

namespace Provisioning.EndToEnd.Tests;

/// <summary>A stack that has been deployed once, for tests that change neither it nor its document.</summary>
public sealed class DeployedStack : IAsyncLifetime
{
    private TestProject? _project;
    private CommandResult? _firstUp;

    internal TestProject Project => _project ?? throw new InvalidOperationException("The stack has not been deployed.");

    /// <summary>How the deployment went.</summary>
    internal CommandResult FirstUp => _firstUp ?? throw new InvalidOperationException("The stack has not been deployed.");

    public async Task InitializeAsync()
    {
        _project = await TestProject.WithSandboxAsync();
        _firstUp = await _project.RunAsync("up", "--yes");
    }

    public async Task DisposeAsync()
    {
        if (_project is not null)
            await _project.DisposeAsync();
    }
}
