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
        "identities.owner: Storage Account Contributor on storage.data",
        "identities.owner: Storage Blob Data Contributor on storage.data",
        "identities.owner: Contributor on vaults.main",
        "identities.owner: Key Vault Administrator on vaults.main",
        "identities.owner: Contributor on registries.private",
        "identities.owner: Contributor on insights.main",
    ];

    [Fact]
    public void UserAssignedIdentity_GetsItsRolesBeforeTheWorkspace()
    {
        var plan = Sample.Plan(Workspace);

        Assert.Equal([.. Prerequisites, "identities.owner: Contributor on workspaces.main"], plan.Lines());
        Assert.Equal(Prerequisites.Length, plan.Grants.Count(grant => grant.RequiredBy.Any(entry => entry.Address == "workspaces.main")));
    }

    [Fact]
    public void RoleOnTheWorkspaceItself_CannotPrecedeIt()
    {
        var plan = Sample.Plan(Workspace);

        Assert.Empty(Assert.Single(plan.Grants, grant => grant.Scope.Address == "workspaces.main").RequiredBy);
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
