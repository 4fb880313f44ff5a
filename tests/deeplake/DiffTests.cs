using Provisioning.Protocol.Rpc;
using Provisioning.Protocol.Values;
using Provisioning.Providers.DeepLake.Tests.Fakes;
using Pulumirpc;
using static Pulumirpc.DiffResponse.Types;

namespace Provisioning.Providers.DeepLake.Tests;

public sealed class DiffTests
{
    [Fact]
    public async Task Diff_SameInputs_IsNone()
    {
        var diff = await DiffAsync(ProviderBench.Inputs);

        Assert.Equal(DiffChanges.DiffNone, diff.Changes);
        Assert.Empty(diff.Replaces);
        Assert.False(diff.DeleteBeforeReplace);
    }

    [Fact]
    public async Task Diff_IdsInAnotherSpelling_IsNone() =>
        Assert.Equal(DiffChanges.DiffNone, (await DiffAsync(ProviderBench.Inputs.With("clientId", ProviderBench.Client.ToUpperInvariant()))).Changes);

    [Fact]
    public async Task Diff_ValueThatBecomesSecret_IsNone() =>
        Assert.Equal(DiffChanges.DiffNone, (await DiffAsync(ProviderBench.Inputs.With("name", new PropertyValue.SecretValue("trainer")))).Changes);

    [Theory]
    [InlineData("organizationId", "other-org")]
    [InlineData("clientId", "99999999-aaaa-4bbb-8ccc-222222222222")]
    [InlineData("tenantId", "99999999-aaaa-4bbb-8ccc-222222222222")]
    public async Task Diff_AnotherPrincipalOrOrganization_CreatesBeforeItDeletes(string property, string value)
    {
        var diff = await DiffAsync(ProviderBench.Inputs.With(property, value));

        Assert.Equal(DiffChanges.DiffSome, diff.Changes);
        Assert.Equal([property], diff.Replaces);
        Assert.Equal(PropertyDiff.Types.Kind.UpdateReplace, diff.DetailedDiff[property].Kind);
        Assert.True(diff.HasDetailedDiff);
        Assert.False(diff.DeleteBeforeReplace);
    }

    [Fact]
    public async Task Diff_AnotherName_DeletesBeforeItCreates()
    {
        var diff = await DiffAsync(ProviderBench.Inputs.With("name", "renamed"));

        Assert.Equal(["name"], diff.Replaces);
        Assert.True(diff.DeleteBeforeReplace);
    }

    [Fact]
    public async Task Diff_AnotherNameAndPrincipal_CreatesBeforeItDeletes()
    {
        var diff = await DiffAsync(ProviderBench.Inputs.With("name", "renamed").With("clientId", "99999999-aaaa-4bbb-8ccc-222222222222"));

        Assert.Equal(["clientId", "name"], diff.Replaces);
        Assert.False(diff.DeleteBeforeReplace);
    }

    [Fact]
    public async Task Diff_PrincipalThatIsNotKnownYet_ReplacesAndCreatesFirst()
    {
        var diff = await DiffAsync(ProviderBench.Inputs.With("clientId", PropertyValue.Unknown));

        Assert.Equal(["clientId"], diff.Replaces);
        Assert.False(diff.DeleteBeforeReplace);
    }

    [Fact]
    public async Task Diff_AnotherNameAndAPrincipalThatMayBeTheSame_DeletesFirst() =>
        Assert.True((await DiffAsync(ProviderBench.Inputs.With("name", "renamed").With("clientId", PropertyValue.Unknown))).DeleteBeforeReplace);

    [Fact]
    public async Task Diff_ChangeThatTheProgramIgnores_IsNone() =>
        Assert.Equal(DiffChanges.DiffNone, (await DiffAsync(ProviderBench.Inputs.With("name", "renamed"), ignored: "name")).Changes);

    [Fact]
    public async Task Diff_WithoutInputsInState_ComparesOutputs()
    {
        await using var bench = await ProviderBench.StartAsync();

        var diff = await bench.Provider.DiffAsync(
            new DiffRequest
            {
                Urn = ProviderBench.Urn,
                Olds = ProviderBench.Wire(ProviderBench.Inputs.With("registrationId", ProviderBench.Registration)),
                News = ProviderBench.Wire(ProviderBench.Inputs),
            },
            CancellationToken.None);

        Assert.Equal(DiffChanges.DiffNone, diff.Changes);
    }

    [Fact]
    public async Task Update_WithoutADifference_KeepsTheState()
    {
        await using var bench = await ProviderBench.StartAsync();
        var olds = ProviderBench.Inputs.With("registrationId", ProviderBench.Registration);

        var updated = await bench.Provider.UpdateAsync(
            new UpdateRequest { Urn = ProviderBench.Urn, Olds = ProviderBench.Wire(olds), News = ProviderBench.Wire(ProviderBench.Inputs) }, CancellationToken.None);

        Assert.Equal(olds, PropertyMarshaller.Unmarshal(updated.Properties));
    }

    [Fact]
    public async Task Update_WithADifference_IsRefused()
    {
        await using var bench = await ProviderBench.StartAsync();

        var failure = await ProviderBench.FailureAsync(() => bench.Provider.UpdateAsync(
            new UpdateRequest { Urn = ProviderBench.Urn, Olds = ProviderBench.Wire(ProviderBench.Inputs), News = ProviderBench.Wire(ProviderBench.Inputs.With("name", "x")) },
            CancellationToken.None));

        Assert.Equal(RpcStatusCode.FailedPrecondition, failure.Code);
    }

    private static async Task<DiffResponse> DiffAsync(PropertyMap news, params string[] ignored)
    {
        await using var bench = await ProviderBench.StartAsync();
        return await bench.Provider.DiffAsync(
            new DiffRequest
            {
                Urn = ProviderBench.Urn,
                Id = ProviderBench.Id,
                OldInputs = ProviderBench.Wire(ProviderBench.Inputs),
                News = ProviderBench.Wire(news),
                IgnoreChanges = { ignored },
            },
            CancellationToken.None);
    }
}
