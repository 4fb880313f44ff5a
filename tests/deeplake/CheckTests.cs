using Provisioning.Protocol.Rpc;
using Provisioning.Protocol.Values;
using Provisioning.Providers.DeepLake.Tests.Fakes;
using Pulumirpc;

namespace Provisioning.Providers.DeepLake.Tests;

public sealed class CheckTests
{
    [Fact]
    public async Task Check_GoodInputs_ComeBackUnchanged()
    {
        var (inputs, failures) = await CheckAsync(ProviderBench.Inputs);

        Assert.Empty(failures);
        Assert.Equal(ProviderBench.Inputs, inputs);
    }

    [Theory]
    [InlineData("clientId", "11111111-AAAA-4BBB-8CCC-222222222222", ProviderBench.Client)]
    [InlineData("clientId", "{11111111-aaaa-4bbb-8ccc-222222222222}", ProviderBench.Client)]
    [InlineData("tenantId", "33333333dddd4eee8fff444444444444", ProviderBench.Tenant)]
    [InlineData("organizationId", "0C7B6F1E-6F0A-4A49-9A4F-0D4C8F6A1B11", ProviderBench.Organization)]
    [InlineData("organizationId", "My-Slug", "My-Slug")]
    [InlineData("name", "33333333DDDD4EEE8FFF444444444444", "33333333DDDD4EEE8FFF444444444444")]
    public async Task Check_Ids_AreBroughtIntoTheirNormalForm(string property, string given, string expected)
    {
        var (inputs, failures) = await CheckAsync(ProviderBench.Inputs.With(property, given));

        Assert.Empty(failures);
        Assert.Equal(expected, inputs[property]);
    }

    [Fact]
    public async Task Check_SecretId_StaysSecretInItsNormalForm()
    {
        var (inputs, _) = await CheckAsync(ProviderBench.Inputs.With("clientId", new PropertyValue.SecretValue(ProviderBench.Client.ToUpperInvariant())));

        Assert.Equal(new PropertyValue.SecretValue(ProviderBench.Client), inputs["clientId"]);
    }

    [Theory]
    [InlineData("clientId")]
    [InlineData("name")]
    [InlineData("organizationId")]
    [InlineData("tenantId")]
    public async Task Check_MissingProperty_IsNamed(string property)
    {
        var (_, failures) = await CheckAsync(ProviderBench.Inputs.Without(property));

        Assert.Equal(property, Assert.Single(failures).Property);
    }

    [Theory]
    [InlineData("clientId")]
    [InlineData("organizationId")]
    public async Task Check_UnknownValue_Passes(string property)
    {
        var (inputs, failures) = await CheckAsync(ProviderBench.Inputs.With(property, PropertyValue.Unknown));

        Assert.Empty(failures);
        Assert.Equal(PropertyValue.Unknown, inputs[property]);
    }

    [Theory]
    [InlineData("clientId", "trainer")]
    [InlineData("clientId", "00000000-0000-0000-0000-000000000000")]
    [InlineData("tenantId", "contoso.onmicrosoft.com")]
    [InlineData("organizationId", "")]
    [InlineData("organizationId", "org/registration")]
    [InlineData("organizationId", "two words")]
    [InlineData("organizationId", "größe")]
    [InlineData("name", "")]
    [InlineData("principalId", "11111111-aaaa-4bbb-8ccc-222222222222")]
    public async Task Check_WrongValue_IsNamed(string property, string value)
    {
        var (_, failures) = await CheckAsync(ProviderBench.Inputs.With(property, value));

        Assert.Equal(property, Assert.Single(failures).Property);
    }

    [Theory]
    [InlineData(255, 0)]
    [InlineData(256, 1)]
    public async Task Check_Name_Has255CharactersAtMost(int length, int failures) =>
        Assert.Equal(failures, (await CheckAsync(ProviderBench.Inputs.With("name", new string('n', length)))).Failures.Count);

    [Fact]
    public async Task Check_NumberInThePlaceOfAString_IsNamed()
    {
        var (_, failures) = await CheckAsync(ProviderBench.Inputs.With("name", 7d));

        Assert.Contains("must be a string", Assert.Single(failures).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_TypeOfAnotherKind_IsNotServed()
    {
        await using var bench = await ProviderBench.StartAsync();

        var failure = await ProviderBench.FailureAsync(() => bench.Provider.CheckAsync(
            new CheckRequest { Urn = "urn:pulumi:dev::ml::deeplake:index:Dataset::x" }, CancellationToken.None));

        Assert.Equal(RpcStatusCode.Unimplemented, failure.Code);
    }

    private static async Task<(PropertyMap Inputs, IReadOnlyList<CheckFailure> Failures)> CheckAsync(PropertyMap news)
    {
        await using var bench = await ProviderBench.StartAsync();
        var response = await bench.Provider.CheckAsync(
            new CheckRequest { Urn = "urn:pulumi:dev::ml::my:index:Workload$deeplake:index:WorkloadIdentity::trainer", News = ProviderBench.Wire(news) },
            CancellationToken.None);
        return (PropertyMarshaller.Unmarshal(response.Inputs), response.Failures);
    }
}
