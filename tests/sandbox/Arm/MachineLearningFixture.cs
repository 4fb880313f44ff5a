namespace Provisioning.Sandbox.Tests.Arm;

/// <summary>Makes workspaces with all they stand on.</summary>
public sealed class MachineLearningFixture : ArmFixture
{
    private int _count;

    /// <summary>Makes a group with storage, vault, registry and insights.</summary>
    internal async Task<TestWorkspace> PrepareAsync()
    {
        var number = Interlocked.Increment(ref _count);
        var group = await GroupAsync();
        var workspace = new TestWorkspace(group, $"ws-{number}", $"mlstore{number}", $"ml-vault-{number}", $"mlregistry{number}");
        (await Deployer.PutAsync(workspace.Storage, Bodies.Account)).Expect(202);
        (await Deployer.PutAsync(workspace.Vault, Bodies.Vault(this))).Expect(201);
        (await Deployer.PutAsync(workspace.Registry, Bodies.Registry)).Expect(201);
        (await Deployer.PutAsync(workspace.Logs, Bodies.LogWorkspace)).Expect(201);
        (await Deployer.PutAsync(workspace.Insights, Bodies.Component(workspace.Logs))).Expect(200);
        return workspace;
    }

    /// <summary>Makes a workspace with a system-assigned identity.</summary>
    internal async Task<TestWorkspace> WorkspaceAsync()
    {
        var workspace = await PrepareAsync();
        (await Deployer.PutAsync(workspace.Id, workspace.Body(Bodies.Identity()))).Expect(202);
        return workspace;
    }

    /// <summary>Gives an identity all that a workspace needs of it.</summary>
    internal async Task GrantAsync(TestWorkspace workspace, TestIdentity identity)
    {
        await AssignAsync(workspace.Group, identity.PrincipalId, Roles.Contributor);
        await AssignAsync(workspace.Storage, identity.PrincipalId, Roles.StorageBlobDataContributor);
        await AssignAsync(workspace.Vault, identity.PrincipalId, Roles.KeyVaultAdministrator);
    }
}
