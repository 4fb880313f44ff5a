using Provisioning.Infra.Tests.Access;

namespace Provisioning.Infra.Tests.Components;

public sealed class DeepLakeComponentTests
{
    [Fact]
    public async Task Registration_NamesClientAndTenantOfTheIdentity()
    {
        var run = await Run.Of($"workloads:\n{Sample.Workload("deeplake: [research]")}");

        var registration = run["deeplake:index:WorkloadIdentity", "identities.trainer-deeplake.research"];
        Assert.Equal("{trainer.clientId}", registration.Text("clientId"));
        Assert.Equal(Plans.AzureMocks.Tenant, registration.Text("tenantId"));
        Assert.Equal("contoso-research", registration.Text("organizationId"));
    }

    [Fact]
    public async Task OrganizationElsewhere_HasAProviderOfItsOwn()
    {
        var run = await Plans.RecordedStack.RunAsync(Model.Documents.LoadValid(
            """
            location: westeurope
            resourceGroup: rg
            identities:
              trainer: { name: id-trainer }
            deeplake:
              own: { organization: contoso, endpoint: "https://deeplake.contoso.com" }
            workloads:
              a: { runsOn: { github: { repository: contoso/models, environment: a } }, identity: trainer, deeplake: [own] }
            """));

        Assert.Equal("https://deeplake.contoso.com/", run["pulumi:providers:deeplake", "own"].Text("endpoint"));
        Assert.Contains(
            "pulumi:providers:deeplake::own", run.Mocks.Requests[("deeplake:index:WorkloadIdentity", "identities.trainer-deeplake.own")].Provider);
    }

    [Fact]
    public async Task SystemAssignedIdentity_IsRegisteredWithTheClientIdThatEntraKnows()
    {
        var run = await Run.OfCompute(
            "kind: cluster, workspace: main, name: cpu, size: STANDARD_DS3_V2, scale: { max: 2 }, identity: system",
            "workloads:\n  a: { runsOn: { compute: one }, identity: system, deeplake: [research] }");

        Assert.Equal(
            "{client of {one.principalId}}", run["deeplake:index:WorkloadIdentity", "computes.one-deeplake.research"].Text("clientId"));
    }
}
