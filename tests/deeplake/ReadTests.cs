using System.Net;
using Provisioning.Protocol.Rpc;
using Provisioning.Protocol.Values;
using Provisioning.Providers.DeepLake.Tests.Fakes;

namespace Provisioning.Providers.DeepLake.Tests;

public sealed class ReadTests
{
    public static TheoryData<string> Objects =>
    [
        ProviderBench.Json(),
        $$"""{"workload_identity":{{ProviderBench.Json()}} }""",
        $$"""{"data":{{ProviderBench.Json()}} }""",
    ];

    public static TheoryData<string> Lists =>
    [
        $"[{ProviderBench.Json()}]",
        $$"""{"workload_identities":[{{ProviderBench.Json()}}]}""",
        $$"""{"data":[{{ProviderBench.Json()}}]}""",
        $$"""[{"id":"x","name":"aws","workload_identity_data":{"type":"aws"} },"odd",{{ProviderBench.Json()}}]""",
    ];

    [Theory]
    [MemberData(nameof(Objects))]
    public async Task Read_ById_TakesEveryEnvelope(string body)
    {
        await using var bench = await ProviderBench.StartAsync();
        bench.Service.Answer($"GET {ProviderBench.Item}", HttpStatusCode.OK, body);

        var read = await bench.ReadAsync();

        Assert.Equal(ProviderBench.Id, read.Id);
        Assert.Equal(ProviderBench.Inputs, PropertyMarshaller.Unmarshal(read.Inputs));
        Assert.Equal(ProviderBench.Inputs.With("registrationId", ProviderBench.Registration), PropertyMarshaller.Unmarshal(read.Properties));
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task Read_RegistrationUnderANewId_IsFoundByItsPrincipalInEveryEnvelope(string list)
    {
        await using var bench = await ProviderBench.StartAsync();
        bench.Service.Answer($"GET {ProviderBench.Collection}/old", HttpStatusCode.NotFound);
        bench.Service.Answer($"GET {ProviderBench.Collection}", HttpStatusCode.OK, list);

        var read = await bench.ReadAsync($"{ProviderBench.Organization}/old", ProviderBench.Inputs);

        Assert.Equal(ProviderBench.Id, read.Id);
    }

    [Fact]
    public async Task Read_RegistrationThatIsGone_HasNoIdAndNoProperties()
    {
        await using var bench = await ProviderBench.StartAsync();
        bench.Service.Answer($"GET {ProviderBench.Item}", HttpStatusCode.NotFound);
        bench.List();

        var read = await bench.ReadAsync(inputs: ProviderBench.Inputs);

        Assert.Empty(read.Id);
        Assert.Null(read.Properties);
    }

    [Fact]
    public async Task Read_AtAnImport_DoesNotTakeAnotherRegistration()
    {
        await using var bench = await ProviderBench.StartAsync();
        bench.Service.Answer($"GET {ProviderBench.Collection}/typo", HttpStatusCode.NotFound);
        bench.List(ProviderBench.Json());

        Assert.Empty((await bench.ReadAsync($"{ProviderBench.Organization}/typo")).Id);
    }

    [Fact]
    public async Task Read_OrganizationThatCannotBeSeen_IsNotTakenForADeletion()
    {
        await using var bench = await ProviderBench.StartAsync();
        bench.Service.Answer($"GET {ProviderBench.Item}", HttpStatusCode.NotFound);
        bench.Service.Answer($"GET {ProviderBench.Collection}", HttpStatusCode.NotFound, """{"message":"organization not found"}""");

        var failure = await ProviderBench.FailureAsync(() => bench.ReadAsync(inputs: ProviderBench.Inputs));

        Assert.Equal(RpcStatusCode.NotFound, failure.Code);
        Assert.Contains("'organization not found'", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_RenamedOutside_ShowsTheNewNameInInputsAndOutputs()
    {
        await using var bench = await ProviderBench.StartAsync();
        bench.Service.Answer($"GET {ProviderBench.Item}", HttpStatusCode.OK, ProviderBench.Json("renamed"));

        var read = await bench.ReadAsync(inputs: ProviderBench.Inputs.With("name", new PropertyValue.SecretValue("trainer")));

        Assert.Equal(new PropertyValue.SecretValue("renamed"), PropertyMarshaller.Unmarshal(read.Inputs)["name"]);
        Assert.Equal(new PropertyValue.SecretValue("renamed"), PropertyMarshaller.Unmarshal(read.Properties)["name"]);
    }

    [Fact]
    public async Task Read_TransientFailure_IsTriedAgain()
    {
        await using var bench = await ProviderBench.StartAsync();
        bench.Service.Answer($"GET {ProviderBench.Item}", HttpStatusCode.BadGateway, "<html/>", "text/html");
        bench.Service.Break($"GET {ProviderBench.Item}");
        bench.Service.Answer($"GET {ProviderBench.Item}", HttpStatusCode.OK, ProviderBench.Json());

        Assert.Equal(ProviderBench.Id, (await bench.ReadAsync()).Id);
    }

    [Fact]
    public async Task Read_AnswerInAnUnknownForm_IsReported()
    {
        await using var bench = await ProviderBench.StartAsync();
        bench.Service.Answer($"GET {ProviderBench.Item}", HttpStatusCode.OK, "not JSON");

        var failure = await ProviderBench.FailureAsync(() => bench.ReadAsync());

        Assert.Equal(RpcStatusCode.InvalidArgument, failure.Code);
    }

    [Theory]
    [InlineData("")]
    [InlineData("registration")]
    [InlineData("/registration")]
    [InlineData("org/registration/more")]
    public async Task Read_IdOfAnotherForm_SaysTheForm(string id)
    {
        await using var bench = await ProviderBench.StartAsync();

        var failure = await ProviderBench.FailureAsync(() => bench.ReadAsync(id));

        Assert.Contains("<organization id>/<registration id>", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_SlugWithOddCharacters_IsEscapedInThePath()
    {
        await using var bench = await ProviderBench.StartAsync();
        bench.Service.Answer("GET /organizations/my%23org/workload-identities/r", HttpStatusCode.OK, ProviderBench.Json(id: "r"));

        Assert.Equal("my#org/r", (await bench.ReadAsync("my#org/r")).Id);
    }
}
