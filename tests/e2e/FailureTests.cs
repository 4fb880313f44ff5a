using Provisioning.Cli;
using Provisioning.EndToEnd.Tests.Harness;
using Provisioning.Sandbox;
using Provisioning.Sandbox.Faults;

namespace Provisioning.EndToEnd.Tests;

/// <summary>One request fails for good, and the deployment with it.</summary>
public sealed class FailureTests
{
    private const string Urn = "urn:pulumi:local::provisioning::provisioning:index:Storage$azure-native:storage:BlobContainer::data-models";

    private static readonly FaultRule Refused = new() { Kind = FaultKind.Error, Status = 403, Method = "PUT", Path = "/containers/models", Count = null };

    private static readonly FaultRule Broken = Refused with { Status = 500 };

    [HurriedFact]
    public async Task A_request_that_keeps_failing_is_given_up_with_the_resource_and_the_code_of_Azure()
    {
        await using var project = await TestProject.WithSandboxAsync();
        project.Fail(Broken);
        var traffic = project.Traffic();

        var result = await project.RunAsync("up", "--yes", "--skip-preview");

        Assert.Equal(ExitCode.Error, result.Exit);
        Assert.Contains("azure-native:storage:BlobContainer (data-models):", result.Out, StringComparison.Ordinal);
        Assert.Contains("InternalServerError", result.Out, StringComparison.Ordinal);
        Assert.InRange(traffic.WritesTo("/containers/models").Count(write => !write.Contains("roleAssignments", StringComparison.Ordinal)), 5, 50);
    }

    [Fact]
    public async Task A_deployer_without_a_role_gets_the_code_and_the_correlation_id_of_Azure()
    {
        await using var project = await TestProject.WithSandboxAsync();
        using var cloud = new SandboxCloud(project.Sandbox.Connection);
        await cloud.RemoveAsync(Assert.Single(await cloud.RoleAssignmentsAsync(), assignment =>
            assignment.StartsWith($"/subscriptions/{SandboxOptions.DefaultSubscriptionId}/", StringComparison.Ordinal)));
        var traffic = project.Traffic();

        var result = await project.RunAsync("up", "--yes", "--skip-preview");

        var words = string.Join(' ', result.All.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("AuthorizationFailed", words, StringComparison.Ordinal);
        Assert.True(traffic.Requests.Any(request => request.CorrelationId is { } id && words.Contains($"correlation id {id}", StringComparison.Ordinal)), result.All);
    }

    [Fact]
    public async Task A_refused_request_fails_the_deployment_and_keeps_what_has_been_created()
    {
        await using var project = await TestProject.WithSandboxAsync();
        project.Fail(Refused);

        var result = await project.RunAsync("up", "--yes", "--skip-preview");

        Assert.Equal(ExitCode.Error, result.Exit);
        Assert.NotEmpty(project.ReadState().UrnsOf("azure-native:storage:StorageAccount"));
        Assert.DoesNotContain(Urn, project.ReadState().Urns);
    }

    [Fact]
    public async Task The_next_deployment_creates_only_what_is_missing()
    {
        await using var project = await TestProject.WithSandboxAsync();
        project.Fail(Refused);
        await project.RunAsync("up", "--yes", "--skip-preview");
        var ids = project.ReadState().Resources.Where(r => r.TryGetProperty("id", out _)).Select(r => r.GetProperty("id").GetString()).ToHashSet();
        project.Fail();
        var traffic = project.Traffic();

        await project.UpAsync();

        Assert.DoesNotContain(traffic.Writes, write => ids.Contains(write.Split(' ')[1]));
        (await project.RunAsync("preview", "--expect-no-changes")).Succeeded();
    }

    [Fact]
    public async Task A_deployment_that_goes_on_after_a_failure_does_all_that_does_not_depend_on_it()
    {
        await using var project = await TestProject.WithSandboxAsync();
        project.Fail(Refused);

        var result = await project.RunAsync("up", "--yes", "--skip-preview", "--continue-on-error");

        Assert.Equal(ExitCode.Error, result.Exit);
        Assert.NotEmpty(project.ReadState().UrnsOf("azure-native:machinelearningservices:Workspace"));
    }

    [Fact]
    public async Task A_destroy_that_failed_can_be_repeated()
    {
        await using var project = await TestProject.WithSandboxAsync();
        await project.UpAsync();
        project.Fail(Refused with { Method = "DELETE" });
        var failed = await project.RunAsync("destroy", "--yes", "--skip-preview");
        project.Fail();

        (await project.RunAsync("destroy", "--yes", "--skip-preview")).Succeeded();

        Assert.Equal(ExitCode.Error, failed.Exit);
        Assert.Empty(project.ReadState().Resources);
    }
}
