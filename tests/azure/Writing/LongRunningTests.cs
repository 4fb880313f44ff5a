using Provisioning.Protocol.Values;
using Provisioning.Providers.Azure.Tests.Fakes;
using Provisioning.Providers.Azure.Values;
using Pulumirpc;
using static Provisioning.Providers.Azure.Tests.Fakes.Harness;

namespace Provisioning.Providers.Azure.Tests.Writing;

public sealed class LongRunningTests
{
    private const string Status = "/operations/1";
    private const string Arm = "https://management.azure.com";
    private const string Done = """{"properties":{"provisioningState":"Succeeded","workspaceId":"w"}}""";

    private static PropertyMap Inputs => Map("""{"resourceGroupName":"rg","workspaceName":"mlw","location":"westeurope"}""");

    [Fact]
    public async Task Azure_AsyncOperation_is_asked_with_its_own_query_until_it_succeeds()
    {
        var harness = await Accepted(201, "{}", $"Azure-AsyncOperation: {Arm}{Status}?api-version=x&t=1&s=a%2Bb", $"Location: {Arm}/elsewhere");
        harness.Azure
            .On("GET", Status, 200, """{"status":"InProgress","percentComplete":20}""")
            .On("GET", Status, 200, """{"status":"Succeeded"}""");

        var (_, outputs) = await harness.CreateAsync(Types.Workspace, Inputs);

        Assert.Equal("w", outputs.TextAt("workspaceId"));
        var polls = harness.Azure.Requests.Where(request => request.Path == Status).ToList();
        Assert.Equal(2, polls.Count);
        Assert.All(polls, poll => Assert.Equal("?api-version=x&t=1&s=a+b", poll.Query));
        Assert.DoesNotContain(harness.Azure.Requests, request => request.Path == "/elsewhere");
    }

    [Fact]
    public async Task Location_is_asked_until_it_answers_other_than_202()
    {
        var harness = await Accepted(202, "", $"Location: {Arm}{Status}");
        harness.Azure
            .On("GET", Status, 202, "", $"Location: {Arm}/operations/2")
            .On("GET", "/operations/2", 200, "");

        await harness.CreateAsync(Types.Workspace, Inputs);

        Assert.Single(harness.Azure.Requests, request => request.Path == "/operations/2");
    }

    [Fact]
    public async Task Without_headers_the_resources_own_state_is_asked()
    {
        var harness = await NativeAsync();
        harness.Azure
            .On("GET", Types.WorkspaceId, 404, FakeAzure.Error("ResourceNotFound"))
            .On("PUT", Types.WorkspaceId, 201, "{}")
            .On("GET", Types.WorkspaceId, 200, """{"properties":{"provisioningState":"RegisteringDns"}}""")
            .On("GET", Types.WorkspaceId, 200, """{"properties":{"provisioningState":"RegisteringDns"}}""")
            .On("GET", Types.WorkspaceId, 200, Done);

        var (_, outputs) = await harness.CreateAsync(Types.Workspace, Inputs);

        Assert.Equal("Succeeded", outputs.TextAt("provisioningState"));
        Assert.Equal([1, 2], harness.Time.Waits.Select(wait => wait.TotalSeconds));
    }

    [Fact]
    public async Task Retry_After_sets_the_pace_and_the_last_one_counts()
    {
        var harness = await Accepted(202, "", $"Location: {Arm}{Status}", "Retry-After: 17");
        harness.Azure
            .On("GET", Status, 202, "", "Retry-After: 3")
            .On("GET", Status, 202, "")
            .On("GET", Status, 204);

        await harness.CreateAsync(Types.Workspace, Inputs);

        Assert.Equal([17, 3, 3], harness.Time.Waits.Select(wait => wait.TotalSeconds));
    }

    [Fact]
    public async Task A_service_that_says_at_once_is_not_asked_in_a_tight_loop()
    {
        var harness = await Accepted(202, "", $"Location: {Arm}{Status}", "Retry-After: 0");
        harness.Azure.On("GET", Status, 204);

        await harness.CreateAsync(Types.Workspace, Inputs);

        Assert.Equal([TimeSpan.FromMilliseconds(200)], harness.Time.Waits);
    }

    [Theory]
    [InlineData("Failed")]
    [InlineData("Canceled")]
    public async Task An_operation_that_fails_keeps_the_resource_and_names_the_code(string status)
    {
        var harness = await Accepted(201, "{}", $"Azure-AsyncOperation: {Arm}{Status}");
        harness.Azure.On("GET", Status, 200, $$$"""{"status":"{{{status}}}","error":{"code":"BadArgument","message":"outer","details":[{"code":"Inner","message":"inner"}]}}""");

        var failure = await FailsAsync(() => harness.CreateAsync(Types.Workspace, Inputs));

        Assert.NotNull(failure.FindDetail<ErrorResourceInitFailed>());
        Assert.Contains("BadArgument: outer inner", failure.Message);
    }

    [Fact]
    public async Task An_operation_that_fails_and_leaves_nothing_behind_keeps_nothing()
    {
        var harness = await NativeAsync();
        harness.Azure
            .On("PUT", Types.WorkspaceId, 201, "{}", $"Azure-AsyncOperation: {Arm}{Status}")
            .On("GET", Status, 200, """{"status":"Failed","error":{"code":"BadArgument","message":"no"}}""");

        var failure = await FailsAsync(() => harness.CreateAsync(Types.Workspace, Inputs));

        Assert.Null(failure.FindDetail<ErrorResourceInitFailed>());
        Assert.Contains("could not carry it out", failure.Message);
    }

    [Fact]
    public async Task A_poll_that_is_lost_or_not_found_means_not_yet()
    {
        var harness = await Accepted(201, "{}", $"Azure-AsyncOperation: {Arm}{Status}");
        harness.Azure
            .On("GET", Status, 404, FakeAzure.Error("NotFound"))
            .Breaks("GET", Status)
            .On("GET", Status, 503)
            .On("GET", Status, 200, """{"status":"Succeeded"}""");

        await harness.CreateAsync(Types.Workspace, Inputs);

        Assert.Equal(4, harness.Azure.Requests.Count(request => request.Path == Status));
    }

    [Fact]
    public async Task An_empty_answer_with_200_is_success()
    {
        var harness = await Accepted(201, "{}", $"Azure-AsyncOperation: {Arm}{Status}");
        harness.Azure.On("GET", Status, 200);

        await harness.CreateAsync(Types.Workspace, Inputs);

        Assert.Single(harness.Azure.Requests, request => request.Path == Status);
    }

    [Fact]
    public async Task A_resource_that_is_not_visible_after_it_was_accepted_is_waited_for()
    {
        var harness = await NativeAsync();
        harness.Azure
            .On("PUT", Types.WorkspaceId, 201, "{}")
            .On("GET", Types.WorkspaceId, 404, FakeAzure.Error("ResourceNotFound"))
            .On("GET", Types.WorkspaceId, 404, FakeAzure.Error("ResourceNotFound"))
            .On("GET", Types.WorkspaceId, 200, Done);

        await harness.CreateAsync(Types.Workspace, Inputs);

        Assert.Contains(harness.Engine.Logs, log => log.Message.Contains("not visible yet", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_user_sees_what_is_waited_for()
    {
        var harness = await Accepted(201, "{}", $"Azure-AsyncOperation: {Arm}{Status}");
        harness.Azure.On("GET", Status, 200, """{"status":"Creating"}""").On("GET", Status, 200, """{"status":"Succeeded"}""");

        await harness.CreateAsync(Types.Workspace, Inputs);

        Assert.All(harness.Engine.Logs, log => Assert.True(log.Ephemeral));
        Assert.All(harness.Engine.Logs, log => Assert.Equal(Urn(Types.Workspace), log.Urn));
        Assert.Contains(
            "waiting for machine learning workspace 'thing': Azure reports 'Creating'; asking again in 10 s",
            harness.Engine.Logs.Select(log => log.Message));
    }

    [Fact]
    public async Task A_refusal_by_Location_means_that_the_operation_failed()
    {
        var harness = await Accepted(202, "", $"Location: {Arm}{Status}");
        harness.Azure.On("GET", Status, 400, FakeAzure.Error("BadArgument"));

        var failure = await FailsAsync(() => harness.CreateAsync(Types.Workspace, Inputs));

        Assert.NotNull(failure.FindDetail<ErrorResourceInitFailed>());
        Assert.Contains("could not carry it out. BadArgument", failure.Message);
    }

    [Fact]
    public async Task A_failed_authorization_of_a_workspace_is_tried_again_after_a_grant()
    {
        var harness = await NativeAsync();
        harness.Azure
            .Stores(Types.AssignmentId, decorate: body => body)
            .On("GET", Types.WorkspaceId, 404, FakeAzure.Error("ResourceNotFound"))
            .On("GET", Types.WorkspaceId, 200, Done)
            .On("PUT", Types.WorkspaceId, 201, "{}", $"Azure-AsyncOperation: {Arm}{Status}")
            .On("PUT", Types.WorkspaceId, 200, "{}")
            .On("GET", Status, 200, """{"status":"Failed","error":{"code":"BadArgument","message":"x","details":[{"code":"AuthorizationFailed","message":"y"}]}}""");
        await harness.CreateAsync(Types.Assignment, RoleAssignmentTests.Inputs);

        await harness.CreateAsync(Types.Workspace, Inputs);

        Assert.Equal(2, harness.Azure.Requests.Count(request => request.Method == "PUT" && request.Path == Types.WorkspaceId));
    }

    private static async Task<Harness> Accepted(int status, string body, params string[] headers)
    {
        var harness = await NativeAsync();
        harness.Azure
            .On("GET", Types.WorkspaceId, 404, FakeAzure.Error("ResourceNotFound"))
            .On("GET", Types.WorkspaceId, 200, Done)
            .On("PUT", Types.WorkspaceId, status, body, headers);
        return harness;
    }
}
