namespace Provisioning.Infra.Tests.Components;

public sealed class IdentityComponentTests
{
    [Fact]
    public async Task FederatedCredentials_AreWrittenOneAfterTheOther()
    {
        var run = await Run.Of(
            """
            workloads:
              a: { runsOn: { github: { repository: contoso/models, environment: a } }, identity: trainer }
              b: { runsOn: { github: { repository: contoso/models, environment: b } }, identity: trainer }
              c: { runsOn: { github: { repository: contoso/models, environment: c } }, identity: trainer }
            """);

        Assert.Equal(
            [
                "UserAssignedIdentity trainer",
                "FederatedIdentityCredential identities.trainer-a-github",
                "FederatedIdentityCredential identities.trainer-b-github",
            ],
            run.OfType(":FederatedIdentityCredential").Select(credential => Assert.Single(credential.DependsOn)));
    }

    [Fact]
    public async Task CredentialsOfTwoIdentities_DoNotWaitForEachOther()
    {
        var run = await Run.Of(
            """
            workloads:
              a: { runsOn: { github: { repository: contoso/models, environment: a } }, identity: trainer }
              b: { runsOn: { github: { repository: contoso/models, environment: b } }, identity: builder }
            """);

        Assert.Equal(
            ["UserAssignedIdentity builder"],
            run["FederatedIdentityCredential", "identities.builder-b-github"].DependsOn.AsEnumerable());
    }

    [Fact]
    public async Task IssuerOfAnAksCluster_IsTheOneThatAzureReports()
    {
        var run = await Run.Of(
            "workloads:\n  a: { runsOn: { kubernetes: { cluster: aks, namespace: ns, serviceAccount: sa } }, identity: trainer }");

        Assert.Equal(
            "https://issuer.example.com/aks/", run["FederatedIdentityCredential", "identities.trainer-a-kubernetes"].Text("issuer"));
    }

    [Fact]
    public async Task CredentialOfAnExistingIdentity_IsWrittenInItsOwnResourceGroup()
    {
        var run = await Plans.RecordedStack.RunAsync(Model.Documents.LoadValid(
            """
            location: westeurope
            resourceGroup: rg
            identities:
              shared:
                existing: /subscriptions/${subscription}/resourceGroups/rg-other/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-shared
            workloads:
              a: { runsOn: { github: { repository: contoso/models, environment: a } }, identity: shared }
            """));

        Assert.Equal("rg-other", run["FederatedIdentityCredential", "identities.shared-a-github"].Text("resourceGroupName"));
        Assert.NotEmpty(run["UserAssignedIdentity", "shared"].ReadId);
    }
}
