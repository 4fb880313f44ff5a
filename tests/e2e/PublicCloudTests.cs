using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;
using Provisioning.Cli;
using Provisioning.EndToEnd.Tests.Harness;
using Provisioning.Sandbox;

namespace Provisioning.EndToEnd.Tests;

/// <summary>Deployments to a real cloud that cannot begin: no settings, nobody there, or somebody who is not Azure.</summary>
public sealed class PublicCloudTests
{
    [Fact]
    public async Task Without_settings_of_the_cloud_a_deployment_ends_with_what_to_set()
    {
        await using var project = TestProject.WithoutSandbox();

        var result = await project.RunAsync("up", "--yes", "--stack", "dev");

        AssertRefused(project, result, "ARM_SUBSCRIPTION_ID");
    }

    [Fact]
    public async Task An_endpoint_where_nobody_listens_ends_a_deployment()
    {
        await using var project = TestProject.WithoutSandbox();
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();

        var result = await project.RunAsync(
            new CommandSetting { Environment = Variables.Add("ARM_METADATA_HOSTNAME", $"localhost:{port}") }, "up", "--yes", "--stack", "dev");

        AssertRefused(project, result, $"does not answer at https://localhost:{port}/");
    }

    [Fact]
    public async Task An_endpoint_with_a_certificate_that_nobody_trusts_ends_a_deployment()
    {
        await using var project = await TestProject.WithSandboxAsync();
        var setting = new CommandSetting
        {
            Environment = Variables
                .Add("ARM_METADATA_HOSTNAME", project.Sandbox.Connection.ResourceManager.Authority)
                .SetItem("ARM_OIDC_TOKEN_FILE_PATH", project.Sandbox.Connection.Deployer.TokenFile),
        };

        var result = await project.RunAsync(setting, "up", "--yes", "--stack", "dev");

        AssertRefused(project, result, "certificate");
    }

    private static ImmutableDictionary<string, string> Variables { get; } = ImmutableDictionary<string, string>.Empty
        .Add("ARM_SUBSCRIPTION_ID", "aaaa0a0a-bb1b-cc2c-dd3d-eeeeee4e4e4e")
        .Add("ARM_TENANT_ID", SandboxOptions.DefaultTenantId.ToString())
        .Add("ARM_CLIENT_ID", "00001111-aaaa-2222-bbbb-3333cccc4444")
        .Add("ARM_USE_OIDC", "true")
        .Add("ARM_OIDC_TOKEN", "a-token");

    private static void AssertRefused(TestProject project, CommandResult result, string reason)
    {
        Assert.True(result.Exit is ExitCode.Error or ExitCode.Authentication, result.All);
        Assert.Contains("error ACC4009: ", result.All, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.All, StringComparison.Ordinal);
        Assert.DoesNotContain("internal error", result.All, StringComparison.Ordinal);
        Assert.False(File.Exists(project.PathOf(".pulumi/stacks/provisioning/dev.json")));
        Assert.Contains(reason, result.All, StringComparison.Ordinal);
    }
}
