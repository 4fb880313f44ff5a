using System.Text.Json.Nodes;

namespace Provisioning.Sandbox.Tests.Arm;

/// <summary>What a caller is told about his own permissions.</summary>
public sealed class PermissionTests(ArmFixture sandbox) : IClassFixture<ArmFixture>
{
    private const string Permissions = "/providers/Microsoft.Authorization/permissions";

    [Fact]
    public async Task Roles_at_the_scope_and_above_are_told_with_what_they_exclude()
    {
        var group = await sandbox.GroupAsync();
        var identity = await sandbox.IdentityAsync(group);
        var caller = await sandbox.SignInAsync(identity);
        await sandbox.AssignAsync(group, identity.PrincipalId, Roles.Contributor);
        await sandbox.AssignAsync(identity.Id, identity.PrincipalId, Roles.StorageBlobDataReader);

        var atGroup = (await caller.GetAsync(group + Permissions)).Expect(200);
        var atIdentity = (await caller.GetAsync(identity.Id + Permissions)).Expect(200);

        var contributor = Assert.Single(Entries(atGroup));
        Assert.Equal("""["*"]""", contributor?["actions"]?.ToJsonString());
        Assert.Contains("Microsoft.Authorization/*/Write", contributor?["notActions"]?.ToJsonString());
        Assert.Equal(2, Entries(atIdentity).Count);
        Assert.Contains(Entries(atIdentity), entry => $"{entry?["dataActions"]?.ToJsonString()}".Contains("blobs/read", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_has_no_role_may_not_even_ask()
    {
        var group = await sandbox.GroupAsync();
        var caller = await sandbox.SignInAsync(await sandbox.IdentityAsync(group));

        (await caller.GetAsync(group + Permissions)).ExpectError(403, "AuthorizationFailed");
    }

    private static JsonArray Entries(ArmReply reply) => Assert.IsType<JsonArray>(reply.At("value"));
}
