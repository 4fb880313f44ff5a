namespace Provisioning.Sandbox.Tests.Arm;

public sealed class PersistenceTests(ArmFixture sandbox) : IClassFixture<ArmFixture>
{
    [Fact]
    public async Task World_is_the_same_after_a_restart()
    {
        var group = await sandbox.GroupAsync();
        var identity = await sandbox.IdentityAsync(group);
        var assignment = await sandbox.AssignAsync(group, identity.PrincipalId, Roles.Reader);
        await sandbox.SignInAsync(identity);
        var vault = $"{group}/providers/Microsoft.KeyVault/vaults/kv-survivor";
        await sandbox.Deployer.PutAsync(vault, Bodies.Vault(sandbox));
        await sandbox.Deployer.GetAsync(vault);
        await sandbox.Deployer.DeleteAsync(vault);
        var before = await sandbox.Deployer.GetAsync(identity.Id);

        await sandbox.RestartAsync();

        Assert.Equal(before.Body?.ToJsonString(), (await sandbox.Deployer.GetAsync(identity.Id)).Body?.ToJsonString());
        (await sandbox.Deployer.GetAsync(assignment)).Expect(200);
        (await sandbox.Deployer.PutAsync(vault, Bodies.Vault(sandbox))).ExpectError(409, "ConflictError");
        var caller = sandbox.CallerWith(await sandbox.TokenAsync(identity.ClientId, "tests", "tester"));
        (await caller.GetAsync(group)).Expect(200);
        (await sandbox.Deployer.PutAsync(
            $"{group}/providers/Microsoft.Authorization/roleAssignments/{Guid.NewGuid()}",
            sandbox.RoleAssignment(identity.PrincipalId, Roles.Reader))).ExpectError(409, "RoleAssignmentExists");
    }

    [Fact]
    public async Task Removed_things_stay_removed_after_a_restart()
    {
        var group = await sandbox.GroupAsync();
        await sandbox.Deployer.DeleteAsync(group);
        (await sandbox.Deployer.GetAsync(group)).ExpectError(404, "ResourceGroupNotFound");

        await sandbox.RestartAsync();

        (await sandbox.Deployer.GetAsync(group)).ExpectError(404, "ResourceGroupNotFound");
    }
}
