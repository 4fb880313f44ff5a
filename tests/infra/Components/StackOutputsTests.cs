using System.Collections.Immutable;
using Provisioning.Infra.Tests.Access;

namespace Provisioning.Infra.Tests.Components;

public sealed class StackOutputsTests
{
    [Fact]
    public async Task Identity_IsGivenWithItsThreeIds()
    {
        var run = await Run.Of("");

        Assert.Equal("{trainer.clientId}", await run.Stack.Identities.At("trainer", "clientId"));
        Assert.Equal("{trainer.principalId}", await run.Stack.Identities.At("trainer", "principalId"));
        Assert.EndsWith("/userAssignedIdentities/id-trainer", Assert.IsType<string>(await run.Stack.Identities.At("trainer", "resourceId")));
    }

    [Fact]
    public async Task Workload_IsGivenWithWhatItMayDoAndWhy()
    {
        var run = await Run.Of($"workloads:\n{Sample.Workload("reads: [data/datasets]")}");

        var access = Assert.Single(Assert.IsType<ImmutableArray<object>>(await run.Stack.Workloads.At("train", "access")));
        Assert.Equal(
            [
                ("assignedBy", "stack"),
                ("reason", "workloads.train reads storage.data/datasets"),
                ("role", "Storage Blob Data Reader"),
                ("scope", "storage.data/datasets"),
            ],
            Assert.IsType<ImmutableDictionary<string, object>>(access)
                .OrderBy(member => member.Key, StringComparer.Ordinal).Select(member => (member.Key, member.Value)));
    }

    [Fact]
    public async Task Workload_IsGivenWithTheEnvironmentItMustRunWith()
    {
        var run = await Run.Of($"workloads:\n{Sample.Workload("deeplake: [research]")}");

        Assert.Equal("{trainer.clientId}", await run.Stack.Workloads.At("train", "environment", "AZURE_CLIENT_ID"));
        Assert.Equal(Plans.AzureMocks.Tenant, await run.Stack.Workloads.At("train", "environment", "AZURE_TENANT_ID"));
        Assert.Equal("contoso-research", await run.Stack.Workloads.At("train", "environment", "ACTIVELOOP_ORG_ID"));
    }

    [Fact]
    public async Task Compute_IsGivenWithTheIdentitiesItRunsAs()
    {
        var run = await Run.OfCompute("kind: cluster, workspace: main, name: cpu, size: STANDARD_DS3_V2, scale: { max: 2 }, identity: system");

        var identity = Assert.Single(Assert.IsType<ImmutableArray<object>>(await run.Stack.Computes.At("one", "runsAs")));
        Assert.Equal("computes.one", Assert.IsType<ImmutableDictionary<string, object>>(identity)["identity"]);
    }

    [Fact]
    public async Task Resources_AreGivenWithTheAddressesOfTheirContent()
    {
        var run = await Run.Of("");

        Assert.EndsWith(".azurecr.io", Assert.IsType<string>(await run.Stack.Registries.At("private", "loginServer")));
        Assert.EndsWith(".blob.core.windows.net/", Assert.IsType<string>(await run.Stack.Storage.At("data", "blobEndpoint")));
        Assert.EndsWith(".vault.azure.net/", Assert.IsType<string>(await run.Stack.Vaults.At("main", "uri")));
    }

    [Fact]
    public async Task Credential_IsGivenWithTheTokensThatItAccepts()
    {
        var run = await Run.Of($"workloads:\n{Sample.Workload("reads: [data/datasets]")}");

        const string name = "identities.trainer-train-github";
        Assert.Equal("identities.trainer", await run.Stack.Credentials.At(name, "principal"));
        Assert.Equal("https://token.actions.githubusercontent.com", await run.Stack.Credentials.At(name, "issuer"));
        Assert.Equal("repo:contoso/models:environment:train", await run.Stack.Credentials.At(name, "subject"));
        Assert.Equal("api://AzureADTokenExchange", await run.Stack.Credentials.At(name, "audience"));
    }

    [Fact]
    public async Task Registration_IsGivenWithItsReasons()
    {
        var run = await Run.Of($"workloads:\n{Sample.Workload("deeplake: [research]")}");

        var reasons = await run.Stack.Registrations.At("identities.trainer-deeplake.research", "reasons");
        Assert.Equal("workloads.train uses deeplake.research", Assert.Single(Assert.IsType<ImmutableArray<object>>(reasons)));
    }
}
