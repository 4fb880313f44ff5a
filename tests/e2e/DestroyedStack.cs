using Provisioning.EndToEnd.Tests.Harness;

namespace Provisioning.EndToEnd.Tests;

/// <summary>A stack that has been deployed and destroyed, for tests that only look at what is left.</summary>
public sealed class DestroyedStack : IAsyncLifetime
{
    private TestProject? _project;

    internal TestProject Project => _project ?? throw new InvalidOperationException("The stack has not been destroyed.");

    public async Task InitializeAsync()
    {
        _project = await TestProject.WithSandboxAsync();
        await _project.UpAsync();
        (await _project.RunAsync("destroy", "--yes", "--skip-preview")).Succeeded();
    }

    public async Task DisposeAsync()
    {
        if (_project is not null)
            await _project.DisposeAsync();
    }
}
