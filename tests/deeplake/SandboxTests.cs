using System.Net;
using Provisioning.Protocol.Rpc;
using Provisioning.Protocol.Values;
using Provisioning.Providers.DeepLake.Tests.Fakes;
using Provisioning.Sandbox.Faults;
using Pulumirpc;

namespace Provisioning.Providers.DeepLake.Tests;

/// <summary>The provider and the sandbox's Deep Lake, which share no code, understand each other.</summary>
public sealed class SandboxTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>, IAsyncLifetime
{
    private const string Collection = "/workload-identities";

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        sandbox.Host.SetFaults([]);
        await sandbox.SetQuirksAsync(new { });
    }

    [Fact]
    public async Task Registration_LetsAnAzureTokenIn_UntilItIsDeleted()
    {
        await using var provider = await sandbox.StartProviderAsync();
        var token = await sandbox.SignInAsync();
        var before = await sandbox.ReadWorkspacesAsync(token);

        var created = await CreateAsync(provider, Inputs(sandbox.Connection.Deployer.ClientId));
        var during = await sandbox.ReadWorkspacesAsync(token);
        await provider.DeleteAsync(new DeleteRequest { Urn = ProviderBench.Urn, Id = created.Id }, CancellationToken.None);
        var after = await sandbox.ReadWorkspacesAsync(token);

        Assert.Equal([HttpStatusCode.Unauthorized, HttpStatusCode.OK, HttpStatusCode.Unauthorized], new[] { before, during, after });
    }

    [Theory]
    [InlineData("bare", false, false)]
    [InlineData("named", true, false)]
    [InlineData("data", true, true)]
    public async Task Registration_IsReadAndAdopted_WhateverTheEnvelope(string listEnvelope, bool wrapsObjects, bool longNames)
    {
        await sandbox.SetQuirksAsync(new { listEnvelope, wrapsObjects, longNames });
        await using var provider = await sandbox.StartProviderAsync();
        var inputs = Inputs(Guid.NewGuid());

        var created = await CreateAsync(provider, inputs);
        var again = await CreateAsync(provider, inputs);
        var read = await provider.ReadAsync(new ReadRequest { Urn = ProviderBench.Urn, Id = created.Id }, CancellationToken.None);

        Assert.Equal(created.Id, again.Id);
        Assert.Equal(inputs, PropertyMarshaller.Unmarshal(read.Inputs));
        Assert.Equal(PropertyMarshaller.Unmarshal(created.Properties), PropertyMarshaller.Unmarshal(read.Properties));
    }

    [Fact]
    public async Task Registration_UnderAnotherName_IsRefusedAndCanBeImported()
    {
        await using var provider = await sandbox.StartProviderAsync();
        var inputs = Inputs(Guid.NewGuid());
        var created = await CreateAsync(provider, inputs);

        var failure = await Assert.ThrowsAsync<RpcException>(() => CreateAsync(provider, inputs.With("name", "another")));

        Assert.Equal(RpcStatusCode.AlreadyExists, failure.Code);
        Assert.Contains(created.Id, failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(FaultKind.ResetAfter)]
    [InlineData(FaultKind.ResetBefore)]
    [InlineData(FaultKind.Error)]
    [InlineData(FaultKind.Throttle)]
    [InlineData(FaultKind.Truncate)]
    public async Task Registration_ThatMeetsAFault_IsMadeOnce(FaultKind fault)
    {
        await using var provider = await sandbox.StartProviderAsync();
        sandbox.Host.SetFaults([new FaultRule { Kind = fault, Method = "POST", Path = Collection }]);

        var created = await CreateAsync(provider, Inputs(Guid.NewGuid()));
        sandbox.Host.SetFaults([]);
        var read = await provider.ReadAsync(new ReadRequest { Urn = ProviderBench.Urn, Id = created.Id }, CancellationToken.None);

        Assert.Equal(created.Id, read.Id);
    }

    [Fact]
    public async Task Registration_ReplacedByItsOwnKind_IsFoundByItsPrincipal()
    {
        await using var provider = await sandbox.StartProviderAsync();
        var inputs = Inputs(Guid.NewGuid());
        var first = await CreateAsync(provider, inputs);
        await provider.DeleteAsync(new DeleteRequest { Urn = ProviderBench.Urn, Id = first.Id }, CancellationToken.None);
        var second = await CreateAsync(provider, inputs);

        var read = await provider.ReadAsync(
            new ReadRequest { Urn = ProviderBench.Urn, Id = first.Id, Inputs = ProviderBench.Wire(inputs), Properties = first.Properties }, CancellationToken.None);

        Assert.Equal(second.Id, read.Id);
    }

    [Theory]
    [InlineData(false, RpcStatusCode.PermissionDenied)]
    [InlineData(true, RpcStatusCode.NotFound)]
    public async Task Organization_OfOthers_IsAnErrorAndNeverADeletion(bool hidesOrganizations, RpcStatusCode code)
    {
        await sandbox.SetQuirksAsync(new { hidesOrganizations });
        await using var provider = await sandbox.StartProviderAsync();

        var failure = await Assert.ThrowsAsync<RpcException>(() => provider.ReadAsync(
            new ReadRequest { Urn = ProviderBench.Urn, Id = "strangers/0c7b6f1e-6f0a-4a49-9a4f-0d4c8f6a1b11" }, CancellationToken.None));

        Assert.Equal(code, failure.Code);
    }

    private static PropertyMap Inputs(Guid clientId) =>
    [
        KeyValuePair.Create<string, PropertyValue>("organizationId", SandboxFixture.Organization),
        KeyValuePair.Create<string, PropertyValue>("name", "trainer"),
        KeyValuePair.Create<string, PropertyValue>("clientId", clientId.ToString()),
        KeyValuePair.Create<string, PropertyValue>("tenantId", Provisioning.Sandbox.SandboxOptions.DefaultTenantId.ToString()),
    ];

    private static Task<CreateResponse> CreateAsync(DeepLakeProvider provider, PropertyMap inputs) =>
        provider.CreateAsync(new CreateRequest { Urn = ProviderBench.Urn, Properties = ProviderBench.Wire(inputs) }, CancellationToken.None);
}
