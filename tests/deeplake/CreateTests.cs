using System.Net;
using System.Text.Json.Nodes;
using Provisioning.Protocol.Rpc;
using Provisioning.Protocol.Values;
using Provisioning.Providers.DeepLake.Tests.Fakes;

namespace Provisioning.Providers.DeepLake.Tests;

public sealed class CreateTests
{
    [Theory]
    [InlineData(HttpStatusCode.Created)]
    [InlineData(HttpStatusCode.OK)]
    public async Task Create_Accepted_GivesIdAndOutputs(HttpStatusCode status)
    {
        await using var bench = await ProviderBench.StartAsync();
        bench.Post(status, ProviderBench.Json());

        var created = await bench.CreateAsync();

        Assert.Equal(ProviderBench.Id, created.Id);
        Assert.Equal(
            ProviderBench.Inputs.With("registrationId", ProviderBench.Registration), PropertyMarshaller.Unmarshal(created.Properties));
    }

    [Fact]
    public async Task Create_SendsThePrincipalAsTheAdministratorOfTheOrganization()
    {
        await using var bench = await ProviderBench.StartAsync();
        bench.Post(HttpStatusCode.Created, ProviderBench.Json());

        await bench.CreateAsync();

        var sent = Assert.Single(bench.Service.Requests);
        Assert.Equal($"https://api.deeplake.ai{ProviderBench.Collection}", sent.Uri.AbsoluteUri);
        Assert.Equal($"Bearer {ProviderBench.Token}", sent.Authorization);
        Assert.Equal(ProviderBench.Organization, sent.Organization);
        Assert.True(JsonNode.DeepEquals(sent.Body, JsonNode.Parse(
            $$"""{"name":"trainer","workload_identity_data":{"type":"azure","azure_client_id":"{{ProviderBench.Client}}","azure_tenant_id":"{{ProviderBench.Tenant}}"} }""")));
    }

    [Fact]
    public async Task FindCreated_OfTheSamePrincipalAndName_IsOurs()
    {
        await using var bench = await ProviderBench.StartAsync();
        bench.List(ProviderBench.Json());

        var found = await bench.FindCreatedAsync();

        Assert.Equal(ProviderBench.Id, found.Id);
        Assert.Equal(ProviderBench.Registration, found.Properties.Fields["registrationId"].StringValue);
    }

    [Theory]
    [InlineData("trainer", "44444444-aaaa-4bbb-8ccc-222222222222")]
    [InlineData("another name", ProviderBench.Client)]
    public async Task FindCreated_OfAnotherPrincipalOrName_FindsNothing(string name, string client)
    {
        await using var bench = await ProviderBench.StartAsync();
        bench.List(ProviderBench.Json(name, client));

        Assert.Empty((await bench.FindCreatedAsync()).Id);
    }

    [Fact]
    public async Task Create_InPreview_SendsNothingAndLeavesTheRegistrationUnknown()
    {
        await using var bench = await ProviderBench.StartAsync();

        var foretold = await bench.CreateAsync(ProviderBench.Inputs.With("clientId", PropertyValue.Unknown), preview: true);

        var properties = PropertyMarshaller.Unmarshal(foretold.Properties);
        Assert.Empty(foretold.Id);
        Assert.Equal(PropertyValue.Unknown, properties["registrationId"]);
        Assert.Equal(PropertyValue.Unknown, properties["clientId"]);
    }

    [Fact]
    public async Task Create_SecretInput_StaysSecretInTheOutputs()
    {
        await using var bench = await ProviderBench.StartAsync();
        bench.Post(HttpStatusCode.Created, ProviderBench.Json());

        var created = await bench.CreateAsync(ProviderBench.Inputs.With("name", new PropertyValue.SecretValue("trainer")));

        Assert.Equal(new PropertyValue.SecretValue("trainer"), PropertyMarshaller.Unmarshal(created.Properties)["name"]);
    }

    [Fact]
    public async Task Create_ConflictWithTheSameRegistration_AdoptsIt()
    {
        await using var bench = await ProviderBench.StartAsync();
        bench.Post(HttpStatusCode.Conflict, """{"error":"CONFLICT"}""");
        bench.List(ProviderBench.Json("other", Guid.NewGuid().ToString(), "other"), ProviderBench.Json(client: ProviderBench.Client.ToUpperInvariant()));

        var created = await bench.CreateAsync();

        Assert.Equal(ProviderBench.Id, created.Id);
        Assert.Contains(ProviderBench.Id, Assert.Single(bench.Engine.Log).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Create_ConflictUnderAnotherName_TellsTheIdAndHowToImport()
    {
        await using var bench = await ProviderBench.StartAsync();
        bench.Post(HttpStatusCode.Conflict);
        bench.List(ProviderBench.Json("made by hand"));

        var failure = await ProviderBench.FailureAsync(() => bench.CreateAsync());

        Assert.Equal(RpcStatusCode.AlreadyExists, failure.Code);
        Assert.Contains("'made by hand'", failure.Message, StringComparison.Ordinal);
        Assert.Contains($"pulumi import deeplake:index:WorkloadIdentity <name> {ProviderBench.Id}", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Create_ConflictThatTheListDoesNotShow_IsReported()
    {
        await using var bench = await ProviderBench.StartAsync();
        bench.Post(HttpStatusCode.Conflict, """{"error":"CONFLICT"}""");
        bench.List();

        var failure = await ProviderBench.FailureAsync(() => bench.CreateAsync());

        Assert.Equal(RpcStatusCode.AlreadyExists, failure.Code);
        Assert.Contains("CONFLICT", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Create_AnswerLostAfterTheRegistration_FindsItInsteadOfAskingAgain()
    {
        await using var bench = await ProviderBench.StartAsync();
        bench.Service.Break($"POST {ProviderBench.Collection}");
        bench.List(ProviderBench.Json());

        var created = await bench.CreateAsync();

        Assert.Equal(ProviderBench.Id, created.Id);
    }

    [Fact]
    public async Task Create_AnswerLostBeforeTheRegistration_AsksAgain()
    {
        await using var bench = await ProviderBench.StartAsync();
        bench.Service.Break($"POST {ProviderBench.Collection}");
        bench.List();
        bench.Post(HttpStatusCode.Created, ProviderBench.Json());

        var created = await bench.CreateAsync();

        Assert.Equal(ProviderBench.Id, created.Id);
    }

    [Fact]
    public async Task Create_RegistrationThatAppearsLate_IsAdoptedAtTheConflict()
    {
        await using var bench = await ProviderBench.StartAsync();
        bench.Post(HttpStatusCode.GatewayTimeout);
        bench.List();
        bench.Post(HttpStatusCode.Conflict);
        bench.List(ProviderBench.Json());

        var created = await bench.CreateAsync();

        Assert.Equal(ProviderBench.Id, created.Id);
    }

    [Fact]
    public async Task Create_NoAnswerInTime_CountsAsLost()
    {
        await using var bench = await ProviderBench.StartAsync();
        var reached = new TaskCompletionSource();
        bench.Service.Hang($"POST {ProviderBench.Collection}", reached.SetResult);
        bench.List(ProviderBench.Json());

        var creating = bench.CreateAsync();
        await reached.Task;
        bench.Clock.Elapse(TimeSpan.FromSeconds(30));

        Assert.Equal(ProviderBench.Id, (await creating).Id);
    }

    [Fact]
    public async Task Create_StateThatCannotBeFoundOut_IsUnknown()
    {
        await using var bench = await ProviderBench.StartAsync();
        bench.Service.Break($"POST {ProviderBench.Collection}");
        bench.Service.Answer($"GET {ProviderBench.Collection}", HttpStatusCode.Unauthorized);

        var failure = await ProviderBench.FailureAsync(() => bench.CreateAsync());

        Assert.Equal(RpcStatusCode.Unknown, failure.Code);
        Assert.Contains("Run again", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Create_UnreadableSuccess_IsLookedUpInTheList()
    {
        await using var bench = await ProviderBench.StartAsync();
        bench.Post(HttpStatusCode.Created);
        bench.List(ProviderBench.Json());

        Assert.Equal(ProviderBench.Id, (await bench.CreateAsync()).Id);
    }

    [Fact]
    public async Task Create_Throttled_WaitsAsLongAsTheServiceAsks()
    {
        await using var bench = await ProviderBench.StartAsync();
        bench.Post(HttpStatusCode.TooManyRequests, retryAfter: TimeSpan.FromSeconds(7));
        bench.Post(HttpStatusCode.Created, ProviderBench.Json());

        await bench.CreateAsync();

        Assert.Equal([TimeSpan.FromSeconds(7)], bench.Clock.Waits);
    }

    [Fact]
    public async Task Create_ServiceStaysDown_DoublesItsWaitsAndGivesUp()
    {
        await using var bench = await ProviderBench.StartAsync();
        for (var attempt = 0; attempt < 6; attempt++)
        {
            bench.Post(HttpStatusCode.ServiceUnavailable);
            bench.List();
        }

        var failure = await ProviderBench.FailureAsync(() => bench.CreateAsync());

        Assert.Equal(RpcStatusCode.Unknown, failure.Code);
        Assert.Equal([500, 1000, 2000, 4000, 8000], bench.Clock.Waits.Select(wait => (int)wait.TotalMilliseconds / 500 * 500));
    }

    [Fact]
    public async Task Create_OutOfTime_SaysThatTheStateIsUnknown()
    {
        await using var bench = await ProviderBench.StartAsync();
        var reached = new TaskCompletionSource();
        bench.Service.Hang($"POST {ProviderBench.Collection}", reached.SetResult);

        var creating = bench.CreateAsync(timeout: 90);
        await reached.Task;
        bench.Clock.Elapse(TimeSpan.FromSeconds(90));
        var failure = await ProviderBench.FailureAsync(() => creating);

        Assert.Equal(RpcStatusCode.Unknown, failure.Code);
        Assert.Contains("90 s", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(HttpStatusCode.BadRequest, RpcStatusCode.InvalidArgument)]
    [InlineData(HttpStatusCode.Unauthorized, RpcStatusCode.Unauthenticated)]
    [InlineData(HttpStatusCode.PaymentRequired, RpcStatusCode.FailedPrecondition)]
    [InlineData(HttpStatusCode.Forbidden, RpcStatusCode.PermissionDenied)]
    [InlineData(HttpStatusCode.NotFound, RpcStatusCode.NotFound)]
    public async Task Create_Refused_SaysThatNothingChanged(HttpStatusCode status, RpcStatusCode code)
    {
        await using var bench = await ProviderBench.StartAsync();
        bench.Post(status, """{"error":"so it is"}""");

        var failure = await ProviderBench.FailureAsync(() => bench.CreateAsync());

        Assert.Equal(code, failure.Code);
        Assert.Contains("'so it is'", failure.Message, StringComparison.Ordinal);
        Assert.Contains("'trainer'", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Create_RefusedByAProxy_IsTriedAgain()
    {
        await using var bench = await ProviderBench.StartAsync();
        bench.Service.Answer($"POST {ProviderBench.Collection}", HttpStatusCode.Forbidden, "<html>no</html>", "text/html");
        bench.Post(HttpStatusCode.Created, ProviderBench.Json());

        Assert.Equal(ProviderBench.Id, (await bench.CreateAsync()).Id);
    }

    [Fact]
    public async Task Create_ServiceRepeatsTheToken_TheMessageDoesNot()
    {
        await using var bench = await ProviderBench.StartAsync();
        bench.Post(HttpStatusCode.BadRequest, $$"""{"error":"bad token {{ProviderBench.Token}}"}""");

        var failure = await ProviderBench.FailureAsync(() => bench.CreateAsync());

        Assert.DoesNotContain(ProviderBench.Token, failure.ToString(), StringComparison.Ordinal);
        Assert.Contains("bad token [secret]", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Create_AfterTheEngineCancelled_TriesNothingAgain()
    {
        await using var bench = await ProviderBench.StartAsync();
        await bench.Provider.CancelAsync(CancellationToken.None);
        bench.Post(HttpStatusCode.TooManyRequests);

        var failure = await ProviderBench.FailureAsync(() => bench.CreateAsync());

        Assert.Equal(RpcStatusCode.ResourceExhausted, failure.Code);
    }
}
