using Provisioning.EndToEnd.Tests.Harness;
using Provisioning.Sandbox;
using Provisioning.Sandbox.Faults;

namespace Provisioning.EndToEnd.Tests;

/// <summary>What passes by itself in Azure does not fail a deployment.</summary>
public sealed class RetryTests
{
    [Theory]
    [InlineData(FaultKind.Throttle, "PUT", "/storageAccounts/stmllocaldata")]
    [InlineData(FaultKind.Error, "PUT", "/workspaces/mlw-local")]
    [InlineData(FaultKind.Error, "POST", "/oauth2/v2.0/token")]
    [InlineData(FaultKind.Error, "POST", "/workload-identities")]
    [InlineData(FaultKind.ResetBefore, "PUT", "/roleAssignments/")]
    [InlineData(FaultKind.ResetAfter, "PUT", "/federatedIdentityCredentials/")]
    [InlineData(FaultKind.ResetAfter, "POST", "/workload-identities")]
    [InlineData(FaultKind.Truncate, "PUT", "/registries/acrmllocalprivate")]
    public async Task A_fault_that_passes_does_not_stop_a_deployment(FaultKind kind, string method, string path)
    {
        await using var project = await TestProject.WithSandboxAsync();
        project.Fail(new FaultRule { Kind = kind, Method = method, Path = path, Count = 2 });

        await project.UpAsync();

        (await project.RunAsync("preview", "--refresh", "--expect-no-changes")).Succeeded();
    }

    [Theory]
    [InlineData(FaultKind.Error)]
    [InlineData(FaultKind.ResetAfter)]
    public async Task A_fault_that_passes_does_not_stop_a_destroy(FaultKind kind)
    {
        await using var project = await TestProject.WithSandboxAsync();
        await project.UpAsync();
        project.Fail(new FaultRule { Kind = kind, Method = "DELETE", Count = 5 });

        (await project.RunAsync("destroy", "--yes", "--skip-preview")).Succeeded();

        Assert.Empty(project.ReadState().Resources);
    }

    [Fact]
    public async Task A_deployment_goes_on_while_new_principals_spread_through_the_directory()
    {
        await using var project = await TestProject.WithSandboxAsync(
            SandboxDelays.None with { PrincipalReplication = TimeSpan.FromMilliseconds(300) });

        await project.UpAsync();
    }

    [Fact]
    public async Task A_deployment_waits_until_roles_are_in_effect()
    {
        await using var project = await TestProject.WithSandboxAsync(
            SandboxDelays.None with { RoleAssignmentEffect = TimeSpan.FromMilliseconds(300) });

        await project.UpAsync();
    }

    [Fact]
    public async Task A_deployment_waits_for_operations_that_run_long()
    {
        var delay = TimeSpan.FromMilliseconds(200);
        await using var project = await TestProject.WithSandboxAsync(
            SandboxDelays.None with { WorkspaceOperation = delay, ComputeOperation = delay, RegistryOperation = delay });

        var result = await project.UpAsync();

        Assert.Contains("waiting for machine learning workspace 'main'", result.Out, StringComparison.Ordinal);
    }
}
