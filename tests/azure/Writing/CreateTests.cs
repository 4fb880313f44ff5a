using Provisioning.Protocol.Rpc;
using Provisioning.Protocol.Values;
using Provisioning.Providers.Azure.Tests.Fakes;
using Provisioning.Providers.Azure.Values;
using Pulumirpc;
using static Provisioning.Providers.Azure.Tests.Fakes.Harness;

namespace Provisioning.Providers.Azure.Tests.Writing;

public sealed class CreateTests
{
    private const string Body = $$$$"""{"id":"{{{{Types.IdentityId}}}}","name":"id1","location":"westeurope","properties":{"principalId":"p"}}""";

    private static PropertyMap Inputs => Map("""{"resourceGroupName":"rg","resourceName":"id1","location":"westeurope"}""");

    [Fact]
    public async Task A_resource_that_exists_is_not_touched()
    {
        var harness = await NativeAsync();
        harness.Azure.On("GET", Types.IdentityId, 200, Body);

        var failure = await FailsAsync(() => harness.CreateAsync(Types.Identity, Inputs));

        Assert.Equal(RpcStatusCode.AlreadyExists, failure.Code);
        Assert.StartsWith("Cannot create already existing resource", failure.Message);
        Assert.Contains(Types.IdentityId, failure.Message);
        Assert.Contains("Import", failure.Message);
        Assert.Equal(0, harness.Azure.Count("PUT"));
    }

    [Fact]
    public async Task The_calls_of_one_operation_share_a_correlation_id()
    {
        var harness = await NativeAsync();
        harness.Azure.Stores(Types.IdentityId, decorate: _ => Body);

        await harness.CreateAsync(Types.Identity, Inputs);

        var ids = harness.Azure.Requests.Select(request => request.Headers["x-ms-correlation-request-id"]).Distinct();
        Assert.True(Guid.TryParse(Assert.Single(ids), out _));
        Assert.Equal(3, harness.Azure.Requests.Count);
    }

    [Fact]
    public async Task An_answer_that_was_lost_is_found_again_by_reading()
    {
        var harness = await NativeAsync();
        harness.Azure
            .On("GET", Types.IdentityId, 404, FakeAzure.Error("ResourceNotFound"))
            .On("GET", Types.IdentityId, 200, Body)
            .Breaks("PUT", Types.IdentityId);

        var (id, outputs) = await harness.CreateAsync(Types.Identity, Inputs);

        Assert.Equal(Types.IdentityId, id);
        Assert.Equal("p", outputs.TextAt("principalId"));
        Assert.Equal(1, harness.Azure.Count("PUT"));
    }

    [Fact]
    public async Task After_a_lost_answer_a_resource_that_differs_is_somebody_elses()
    {
        var harness = await NativeAsync();
        harness.Azure
            .On("GET", Types.IdentityId, 404, FakeAzure.Error("ResourceNotFound"))
            .On("GET", Types.IdentityId, 200, """{"location":"northeurope"}""")
            .Breaks("PUT", Types.IdentityId);

        var failure = await FailsAsync(() => harness.CreateAsync(Types.Identity, Inputs));

        Assert.Equal(RpcStatusCode.AlreadyExists, failure.Code);
    }

    [Fact]
    public async Task A_lost_answer_to_a_request_that_did_not_arrive_is_sent_again()
    {
        var harness = await NativeAsync();
        harness.Azure
            .On("GET", Types.IdentityId, 404, FakeAzure.Error("ResourceNotFound"))
            .On("GET", Types.IdentityId, 404, FakeAzure.Error("ResourceNotFound"))
            .On("GET", Types.IdentityId, 200, Body)
            .Breaks("PUT", Types.IdentityId)
            .On("PUT", Types.IdentityId, 201, Body);

        await harness.CreateAsync(Types.Identity, Inputs);

        Assert.Equal(2, harness.Azure.Count("PUT"));
    }

    [Fact]
    public async Task When_no_answer_ever_comes_the_state_is_unknown()
    {
        var harness = await NativeAsync();
        harness.Azure.Breaks("PUT", Types.IdentityId);

        var failure = await FailsAsync(() => harness.CreateAsync(Types.Identity, Inputs));

        Assert.Equal(RpcStatusCode.Unknown, failure.Code);
        Assert.Contains("not known whether", failure.Message);
    }

    [Fact]
    public async Task A_failure_of_Azure_is_read_back_before_the_request_is_repeated()
    {
        var harness = await NativeAsync();
        harness.Azure
            .On("GET", Types.IdentityId, 404, FakeAzure.Error("ResourceNotFound"))
            .On("GET", Types.IdentityId, 200, Body)
            .On("PUT", Types.IdentityId, 500, FakeAzure.Error("InternalServerError"));

        await harness.CreateAsync(Types.Identity, Inputs);

        Assert.Equal(["GET", "PUT", "GET", "GET"], harness.Azure.Requests.Select(request => request.Method));
    }

    [Fact]
    public async Task A_resource_that_is_accepted_and_fails_is_kept_with_its_reason()
    {
        var harness = await NativeAsync();
        var failed = $$$"""{"id":"{{{Types.ClusterId}}}","properties":{"computeType":"AmlCompute","provisioningState":"Failed","provisioningErrors":[{"error":{"code":"QuotaExceeded","message":"no cores"}}]}}""";
        harness.Azure
            .On("GET", Types.ClusterId, 404, FakeAzure.Error("ResourceNotFound"))
            .On("GET", Types.ClusterId, 200, failed)
            .On("PUT", Types.ClusterId, 201, failed);
        var inputs = Map("""{"resourceGroupName":"rg","workspaceName":"mlw","computeName":"cpu","location":"l","properties":{"computeType":"AmlCompute"}}""");

        var failure = await FailsAsync(() => harness.CreateAsync(Types.Compute, inputs));

        var detail = failure.FindDetail<ErrorResourceInitFailed>();
        Assert.NotNull(detail);
        Assert.Equal(Types.ClusterId, detail.Id);
        Assert.Contains("QuotaExceeded: no cores", Assert.Single(detail.Reasons));
        Assert.Equal("Failed", PropertyMarshaller.Unmarshal(detail.Properties).TextAt("properties.provisioningState"));
        Assert.Equal(inputs, PropertyMarshaller.Unmarshal(detail.Inputs));
    }

    [Fact]
    public async Task A_cluster_that_comes_back_with_the_size_of_a_deleted_one_is_reported()
    {
        var harness = await NativeAsync();
        var body = $$$$"""{"id":"{{{{Types.ClusterId}}}}","properties":{"computeType":"AmlCompute","provisioningState":"Succeeded","properties":{"vmSize":"OLD"}}}""";
        harness.Azure
            .On("GET", Types.ClusterId, 404, FakeAzure.Error("ResourceNotFound"))
            .On("GET", Types.ClusterId, 200, body)
            .On("PUT", Types.ClusterId, 201, body);

        var failure = await FailsAsync(() => harness.CreateAsync(
            Types.Compute,
            Map("""{"resourceGroupName":"rg","workspaceName":"mlw","computeName":"cpu","location":"l","properties":{"computeType":"AmlCompute","properties":{"vmSize":"NEW"}}}""")));

        Assert.Contains("'OLD' instead of 'NEW'", failure.Message);
        Assert.NotNull(failure.FindDetail<ErrorResourceInitFailed>());
    }

    [Fact]
    public async Task Secrets_of_the_inputs_stay_secret_in_the_outputs()
    {
        var harness = await NativeAsync();
        harness.Azure.Stores(Types.IdentityId, decorate: _ => """{"location":"westeurope","tags":{"a":"hidden"}}""");
        var inputs = Inputs.With("tags", new PropertyValue.ObjectValue(PropertyMap.Empty.With("a", new PropertyValue.SecretValue("hidden"))));

        var (_, outputs) = await harness.CreateAsync(Types.Identity, inputs);

        Assert.Equal("""{"location":"westeurope","tags":{"a":"hidden"}}""", harness.Azure.Single("PUT").Body);
        Assert.IsType<PropertyValue.SecretValue>(outputs["tags"].AsMembers()["a"]);
    }

    [Fact]
    public async Task Secrets_that_Azure_quotes_are_blanked()
    {
        var harness = await NativeAsync();
        harness.Azure.On("PUT", Types.IdentityId, 400, FakeAzure.Error("BadRequest", "The tag hunter2 is bad."));
        var inputs = Inputs.With("tags", new PropertyValue.SecretValue(new PropertyValue.ObjectValue(PropertyMap.Empty.With("a", "hunter2"))));

        var failure = await FailsAsync(() => harness.CreateAsync(Types.Identity, inputs));

        Assert.DoesNotContain("hunter2", failure.Message);
        Assert.Contains("The tag [secret] is bad.", failure.Message);
    }

    [Fact]
    public async Task A_request_to_stop_keeps_what_Azure_accepted()
    {
        var harness = await NativeAsync();
        harness.Azure
            .On("GET", Types.ClusterId, 404, FakeAzure.Error("ResourceNotFound"))
            .On("GET", Types.ClusterId, 200, """{"properties":{"provisioningState":"Creating"}}""")
            .On("PUT", Types.ClusterId, 201, """{"properties":{"provisioningState":"Creating"}}""");
        harness.Time.OnWait = _ => harness.Provider.CancelAsync(CancellationToken.None);

        var failure = await FailsAsync(() => harness.CreateAsync(
            Types.Compute, Map("""{"resourceGroupName":"rg","workspaceName":"mlw","computeName":"cpu","properties":{}}""")));

        Assert.NotNull(failure.FindDetail<ErrorResourceInitFailed>());
        Assert.Contains("stopped", failure.Message);
    }

    [Fact]
    public async Task A_request_to_stop_before_Azure_accepted_changes_nothing()
    {
        var harness = await NativeAsync();
        harness.Azure.On("PUT", Types.IdentityId, 429, FakeAzure.Error("TooManyRequests"));
        harness.Time.OnWait = _ => harness.Provider.CancelAsync(CancellationToken.None);

        var failure = await FailsAsync(() => harness.CreateAsync(Types.Identity, Inputs));

        Assert.Equal(RpcStatusCode.Cancelled, failure.Code);
    }

    [Fact]
    public async Task Cancellation_is_never_wrapped()
    {
        var harness = await NativeAsync();
        using var source = new CancellationTokenSource();
        harness.Azure.On("PUT", Types.IdentityId, 429, FakeAzure.Error("TooManyRequests"));
        harness.Time.OnWait = _ => source.Cancel();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            harness.CreateAsync(Types.Identity, Inputs, cancellationToken: source.Token));
    }

    [Fact]
    public async Task A_timeout_of_the_program_ends_the_wait_and_keeps_the_resource()
    {
        var harness = await NativeAsync();
        harness.Azure
            .On("GET", Types.ClusterId, 404, FakeAzure.Error("ResourceNotFound"))
            .On("GET", Types.ClusterId, 200, """{"properties":{"provisioningState":"Creating"}}""")
            .On("PUT", Types.ClusterId, 201, """{"properties":{"provisioningState":"Creating"}}""");

        var failure = await FailsAsync(() => harness.CreateAsync(
            Types.Compute, Map("""{"resourceGroupName":"rg","workspaceName":"mlw","computeName":"cpu","properties":{}}"""), timeout: 60));

        Assert.NotNull(failure.FindDetail<ErrorResourceInitFailed>());
        Assert.Contains("did not finish in time; its last word was 'Creating'", failure.Message);
        Assert.True(harness.Time.Waits.Aggregate(TimeSpan.Zero, (sum, wait) => sum + wait) <= TimeSpan.FromSeconds(60));
    }
}
