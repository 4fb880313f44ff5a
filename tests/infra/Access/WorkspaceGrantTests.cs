namespace Provisioning.Infra.Tests.Access;

/// <summary>What a workspace needs in place before Azure can create it.</summary>
public sealed class WorkspaceGrantTests
{
    private const string Workspace =
        """
        workspaces:
          main:
            name: mlw-main
            identity: owner
            storage: data
            vault: main
            registry: private
            insights: main
        """;

    private static readonly string[] Prerequisites =
    [
        "identities.owner: Storage Blob Data Contributor on storage.data",
        "identities.owner: Key Vault Administrator on vaults.main",
        "identities.owner: Contributor on resourceGroup",
    ];

    [Fact]
    public void UserAssignedIdentity_GetsItsRolesBeforeTheWorkspace()
    {
        var plan = Sample.Plan(Workspace);

        Assert.Equal(Prerequisites, plan.Lines());
        Assert.All(plan.Grants, grant => Assert.Equal("workspaces.main", Assert.Single(grant.RequiredBy).Address));
    }

    [Fact]
    public void ContributorOnTheResourceGroup_StandsForEveryCreatedResource()
    {
        var contributor = Assert.Single(Sample.Plan(Workspace).Grants, grant => grant.Scope.Address == "resourceGroup");

        Assert.Equal(
            [
                "workspaces.main is created as identities.owner",
                "workspaces.main manages storage.data",
                "workspaces.main manages vaults.main",
                "workspaces.main builds images in registries.private",
                "workspaces.main sends its telemetry to insights.main",
            ],
            contributor.Reasons.Select(reason => reason.Text));
    }

    [Fact]
    public void ExistingRegistryElsewhere_NeedsContributorOfItsOwn()
    {
        var plan = Sample.Plan(Workspace.Replace("registry: private", "registry: shared", StringComparison.Ordinal));

        Assert.Contains("identities.owner: Contributor on registries.shared", plan.Lines());
    }

    [Fact]
    public void SystemAssignedIdentity_IsEquippedByAzure()
    {
        var plan = Sample.Plan(Workspace.Replace("identity: owner", "identity: system", StringComparison.Ordinal));

        Assert.Empty(plan.Grants);
    }

    [Fact]
    public void NotebooksOnAnAccountWithoutKeys_MountSharesByRole()
    {
        var plan = Sample.Plan($"{Workspace}\ncomputes:\n  notes: {{ kind: instance, workspace: main, name: notes, size: STANDARD_DS3_V2, identity: none }}");

        Assert.Contains("identities.owner: Storage File Data Privileged Contributor on storage.data", plan.Lines());
    }

    [Fact]
    public void RegistryWithPermissionsPerRepository_NeedsTheWriterRoleToo()
    {
        var plan = Sample.Plan(Workspace.Replace("registry: private", "registry: shared", StringComparison.Ordinal));

        Assert.Contains("identities.owner: Container Registry Repository Writer on registries.shared", plan.Lines());
    }

    [Fact]
    public void CustomerManagedKey_IsUsedByItsIdentity()
    {
        var plan = Sample.Plan($"{Workspace}\n    customerManagedKey: {{ vault: main, key: workspace, identity: builder }}");

        Assert.Contains("identities.builder: Key Vault Crypto Service Encryption User on vaults.main", plan.Lines());
    }

    [Fact]
    public void Connection_LetsItsIdentityPullAndTheWorkspaceHandItOver()
    {
        var plan = Sample.Plan(
            $"{Workspace}\n    connections:\n      base-images: {{ registry: shared, identity: builder }}");

        Assert.Contains("identities.builder: Container Registry Repository Reader on registries.shared", plan.Lines());
        Assert.Contains("identities.owner: Managed Identity Operator on identities.builder", plan.Lines());
    }

    [Fact]
    public void ConnectionOfASystemAssignedWorkspace_IsHandedOverByTheWorkspacesOwnPrincipal()
    {
        var plan = Sample.Plan(
            $"""
            {Workspace.Replace("identity: owner", "identity: system", StringComparison.Ordinal)}
                connections:
                  base-images: {"{ registry: private, identity: builder }"}
            """);

        Assert.Contains("workspaces.main: Managed Identity Operator on identities.builder", plan.Lines());
    }
}
