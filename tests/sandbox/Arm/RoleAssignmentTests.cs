namespace Provisioning.Sandbox.Tests.Arm;

public sealed class RoleAssignmentTests(ArmFixture sandbox) : IClassFixture<ArmFixture>
{
    private static string Id(string scope, Guid? name = null) => $"{scope}/providers/Microsoft.Authorization/roleAssignments/{name ?? Guid.NewGuid()}";

    [Fact]
    public async Task New_one_is_201_and_the_same_again_200()
    {
        var group = await sandbox.GroupAsync();
        var identity = await sandbox.IdentityAsync(group);
        var body = sandbox.RoleAssignment(identity.PrincipalId, Roles.Reader);
        var id = Id(group);

        var created = (await sandbox.Deployer.PutAsync(id, body)).Expect(201);
        (await sandbox.Deployer.PutAsync(id, body)).Expect(200);

        Assert.Equal(id, created.Text("id"));
        Assert.Equal(group, created.Property("scope"));
        Assert.Equal(sandbox.Host.Connection.Deployer.ObjectId.ToString(), created.Property("createdBy"));
        Assert.EndsWith(Roles.Reader, created.Property("roleDefinitionId"));
        Assert.NotNull(created.Property("createdOn"));
    }

    [Fact]
    public async Task Same_triple_under_another_name_is_409_and_names_the_other_in_32_digits()
    {
        var group = await sandbox.GroupAsync();
        var identity = await sandbox.IdentityAsync(group);
        var existing = await sandbox.AssignAsync(group, identity.PrincipalId, Roles.Reader);

        var reply = await sandbox.Deployer.PutAsync(Id(group), sandbox.RoleAssignment(identity.PrincipalId, Roles.Reader));

        reply.ExpectError(409, "RoleAssignmentExists");
        Assert.Matches("[0-9a-f]{32}\\.$", reply.Message);
        Assert.Contains(Guid.Parse(existing[^36..]).ToString("N"), reply.Message);
    }

    [Fact]
    public async Task Principal_role_and_scope_of_a_name_cannot_change()
    {
        var group = await sandbox.GroupAsync();
        var one = await sandbox.IdentityAsync(group, "id-one");
        var two = await sandbox.IdentityAsync(group, "id-two");
        var name = Guid.NewGuid();
        await sandbox.Deployer.PutAsync(Id(group, name), sandbox.RoleAssignment(one.PrincipalId, Roles.Reader));

        (await sandbox.Deployer.PutAsync(Id(group, name), sandbox.RoleAssignment(two.PrincipalId, Roles.Reader))).ExpectError(400, "RoleAssignmentUpdateNotPermitted");
        (await sandbox.Deployer.PutAsync(Id(group, name), sandbox.RoleAssignment(one.PrincipalId, Roles.AcrPull))).ExpectError(400, "RoleAssignmentUpdateNotPermitted");
        (await sandbox.Deployer.PutAsync(Id(one.Id, name), sandbox.RoleAssignment(one.PrincipalId, Roles.Reader))).ExpectError(400, "RoleAssignmentUpdateNotPermitted");
    }

    [Fact]
    public async Task Description_and_condition_can_change()
    {
        var group = await sandbox.GroupAsync();
        var identity = await sandbox.IdentityAsync(group);
        var id = await sandbox.AssignAsync(group, identity.PrincipalId, Roles.StorageBlobDataReader);
        var body = $$"""
            { "properties": { "roleDefinitionId": "/providers/Microsoft.Authorization/roleDefinitions/{{Roles.StorageBlobDataReader}}",
              "principalId": "{{identity.PrincipalId}}", "principalType": "ServicePrincipal", "description": "why",
              "condition": "@Resource[Microsoft.Storage/storageAccounts/blobServices/containers:name] StringEquals 'data'", "conditionVersion": "2.0" } }
            """;

        (await sandbox.Deployer.PutAsync(id, body)).Expect(200);

        var reply = await sandbox.Deployer.GetAsync(id);
        Assert.Equal("why", reply.Property("description"));
        Assert.Equal("2.0", reply.Property("conditionVersion"));
        Assert.Contains("StringEquals 'data'", reply.Property("condition"));
    }

    [Theory]
    [InlineData("not-a-guid", Roles.Reader, "principal", 400, "InvalidRoleAssignmentId")]
    [InlineData(null, "00000000-0000-0000-0000-000000000001", "principal", 400, "RoleDefinitionDoesNotExist")]
    [InlineData(null, Roles.Reader, "no-guid", 400, "InvalidPrincipalId")]
    [InlineData(null, Roles.Reader, "00000000-0000-0000-0000-000000000009", 400, "PrincipalNotFound")]
    public async Task Wrong_ids_have_codes_of_their_own(string? name, string role, string principal, int status, string code)
    {
        var group = await sandbox.GroupAsync();
        var identity = await sandbox.IdentityAsync(group);
        var id = $"{group}/providers/Microsoft.Authorization/roleAssignments/{name ?? Guid.NewGuid().ToString()}";

        (await sandbox.Deployer.PutAsync(id, sandbox.RoleAssignment(principal is "principal" ? identity.PrincipalId : principal, role))).ExpectError(status, code);
    }

    [Fact]
    public async Task Client_id_in_place_of_the_principal_is_not_found()
    {
        var group = await sandbox.GroupAsync();
        var identity = await sandbox.IdentityAsync(group);

        (await sandbox.Deployer.PutAsync(Id(group), sandbox.RoleAssignment(identity.ClientId, Roles.Reader))).ExpectError(400, "PrincipalNotFound");
    }

    [Fact]
    public async Task Wrong_principal_type_is_told()
    {
        var group = await sandbox.GroupAsync();
        var identity = await sandbox.IdentityAsync(group);

        (await sandbox.Deployer.PutAsync(Id(group), sandbox.RoleAssignment(identity.PrincipalId, Roles.Reader, "User"))).ExpectError(400, "UnmatchedPrincipalType");
    }

    [Fact]
    public async Task Condition_that_cannot_be_read_is_400()
    {
        var group = await sandbox.GroupAsync();
        var identity = await sandbox.IdentityAsync(group);
        var body = $$"""
            { "properties": { "roleDefinitionId": "/providers/Microsoft.Authorization/roleDefinitions/{{Roles.Reader}}",
              "principalId": "{{identity.PrincipalId}}", "principalType": "ServicePrincipal", "condition": "this is (", "conditionVersion": "2.0" } }
            """;

        (await sandbox.Deployer.PutAsync(Id(group), body)).ExpectError(400, "InvalidConditionSyntax");
    }

    [Fact]
    public async Task Deletion_answers_with_what_was_deleted_then_204()
    {
        var group = await sandbox.GroupAsync();
        var identity = await sandbox.IdentityAsync(group);
        var id = await sandbox.AssignAsync(group, identity.PrincipalId, Roles.Reader);

        Assert.Equal(id, (await sandbox.Deployer.DeleteAsync(id)).Expect(200).Text("id"));
        (await sandbox.Deployer.DeleteAsync(id)).Expect(204);
        Assert.Equal(404, (await sandbox.Deployer.GetAsync(id)).Status);
    }

    [Fact]
    public async Task Last_owner_of_the_subscription_stays()
    {
        var own = await sandbox.Deployer.GetAsync(
            $"{sandbox.Subscription}/providers/Microsoft.Authorization/roleAssignments", $"$filter=principalId eq '{sandbox.Host.Connection.Deployer.ObjectId}'");

        (await sandbox.Deployer.DeleteAsync(Id(sandbox.Subscription, Guid.Parse(Assert.Single(own.Names()))))).ExpectError(400, "BadRequest");
    }

    [Fact]
    public async Task Assignments_outlive_the_principal_they_name()
    {
        var group = await sandbox.GroupAsync();
        var identity = await sandbox.IdentityAsync(group);
        var id = await sandbox.AssignAsync(group, identity.PrincipalId, Roles.Reader);
        await sandbox.Deployer.DeleteAsync(identity.Id);

        (await sandbox.Deployer.GetAsync(id)).Expect(200);
    }

    [Theory]
    [InlineData("", "above,here,below")]
    [InlineData("atScope()", "above,here")]
    [InlineData("principalId eq '{id}'", "above,here,below")]
    [InlineData("assignedTo('{id}')", "above,here,below")]
    [InlineData("atScope() and assignedTo('{id}')", "above,here")]
    public async Task Listing_shows_what_the_filter_lets_through(string filter, string expected)
    {
        var group = await sandbox.GroupAsync();
        var one = await sandbox.IdentityAsync(group, "id-one");
        var names = new Dictionary<string, string>
        {
            [(await sandbox.AssignAsync(sandbox.Subscription, one.PrincipalId, Roles.Reader))[^36..]] = "above",
            [(await sandbox.AssignAsync(group, one.PrincipalId, Roles.Reader))[^36..]] = "here",
            [(await sandbox.AssignAsync(one.Id, one.PrincipalId, Roles.Reader))[^36..]] = "below",
        };

        var reply = await sandbox.Deployer.GetAsync(
            $"{group}/providers/Microsoft.Authorization/roleAssignments",
            "$filter=" + Uri.EscapeDataString(filter.Replace("{id}", one.PrincipalId, StringComparison.Ordinal)));

        var shown = reply.Expect(200).Names().Where(names.ContainsKey).Select(name => names[name]).Order(StringComparer.Ordinal);
        Assert.Equal(expected.Split(',').Order(StringComparer.Ordinal), shown);
    }

    [Fact]
    public async Task Filter_that_the_service_does_not_know_is_400() =>
        (await sandbox.Deployer.GetAsync($"{sandbox.Subscription}/providers/Microsoft.Authorization/roleAssignments", "$filter=roleDefinitionId eq 'x'"))
        .ExpectError(400, "UnsupportedQuery");

    [Fact]
    public async Task Contributor_cannot_assign_roles()
    {
        var group = await sandbox.GroupAsync();
        var identity = await sandbox.IdentityAsync(group);
        await sandbox.AssignAsync(group, identity.PrincipalId, Roles.Contributor);
        var contributor = await sandbox.SignInAsync(identity);

        (await contributor.PutAsync(Id(group), sandbox.RoleAssignment(identity.PrincipalId, Roles.Owner))).ExpectError(403, "AuthorizationFailed");
    }

    [Fact]
    public async Task Assignment_on_a_missing_resource_is_404()
    {
        var group = await sandbox.GroupAsync();
        var identity = await sandbox.IdentityAsync(group);

        var reply = await sandbox.Deployer.PutAsync(
            Id($"{group}/providers/Microsoft.ContainerRegistry/registries/absent"), sandbox.RoleAssignment(identity.PrincipalId, Roles.AcrPull));

        Assert.Equal(404, reply.Status);
    }

    [Fact]
    public async Task Role_is_assigned_on_a_secret_that_is_not_written_yet()
    {
        var group = await sandbox.GroupAsync();
        var identity = await sandbox.IdentityAsync(group);
        var vault = $"{group}/providers/Microsoft.KeyVault/vaults/kv-assigned";

        var early = await sandbox.Deployer.PutAsync(Id($"{vault}/secrets/later"), sandbox.RoleAssignment(identity.PrincipalId, Roles.KeyVaultSecretsUser));
        await sandbox.Deployer.PutAsync(vault, Bodies.Vault(sandbox));

        early.ExpectError(404, "ParentResourceNotFound");
        (await sandbox.Deployer.PutAsync(Id($"{vault}/secrets/later"), sandbox.RoleAssignment(identity.PrincipalId, Roles.KeyVaultSecretsUser))).Expect(201);
    }
}
