namespace Provisioning.Sandbox.Tests.Arm;

/// <summary>What takes time in Azure, on a clock that the test moves.</summary>
public sealed class ReplicationTests(ReplicationTests.SlowFixture sandbox) : IClassFixture<ReplicationTests.SlowFixture>
{
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Assignment_to_a_new_principal_needs_its_type_or_patience()
    {
        var group = await sandbox.GroupAsync();
        var identity = await sandbox.IdentityAsync(group);
        var assignment = $"{group}/providers/Microsoft.Authorization/roleAssignments/{Guid.NewGuid()}";

        (await sandbox.Deployer.PutAsync(assignment, sandbox.RoleAssignment(identity.PrincipalId, Roles.Reader, principalType: null)))
            .ExpectError(400, "PrincipalNotFound");
        (await sandbox.Deployer.PutAsync(assignment, sandbox.RoleAssignment(identity.PrincipalId, Roles.Reader, "User")))
            .ExpectError(400, "PrincipalNotFound");
        (await sandbox.Deployer.PutAsync(assignment, sandbox.RoleAssignment(identity.PrincipalId, Roles.Reader))).Expect(201);
    }

    [Fact]
    public async Task Assignment_without_type_works_once_the_principal_is_replicated()
    {
        var group = await sandbox.GroupAsync();
        var identity = await sandbox.IdentityAsync(group);
        sandbox.Clock.Advance(Step);

        var reply = await sandbox.Deployer.PutAsync(
            $"{group}/providers/Microsoft.Authorization/roleAssignments/{Guid.NewGuid()}",
            sandbox.RoleAssignment(identity.PrincipalId, Roles.Reader, principalType: null));

        Assert.Equal("ServicePrincipal", reply.Expect(201).Property("principalType"));
    }

    [Fact]
    public async Task Assignment_takes_effect_later()
    {
        var group = await sandbox.GroupAsync();
        var identity = await sandbox.IdentityAsync(group);
        var caller = await sandbox.PatientSignInAsync(identity);
        await sandbox.AssignAsync(group, identity.PrincipalId, Roles.Reader);

        (await caller.GetAsync(group)).ExpectError(403, "AuthorizationFailed");
        sandbox.Clock.Advance(Step);
        (await caller.GetAsync(group)).Expect(200);
    }

    [Fact]
    public async Task Permissions_show_an_assignment_once_it_is_in_effect()
    {
        var group = await sandbox.GroupAsync();
        var identity = await sandbox.IdentityAsync(group);
        var caller = await sandbox.PatientSignInAsync(identity);
        await sandbox.AssignAsync(group, identity.PrincipalId, Roles.Reader);
        sandbox.Clock.Advance(Step);
        await sandbox.AssignAsync(identity.Id, identity.PrincipalId, Roles.ManagedIdentityOperator);

        var before = await caller.GetAsync($"{identity.Id}/providers/Microsoft.Authorization/permissions");
        sandbox.Clock.Advance(Step);
        var after = await caller.GetAsync($"{identity.Id}/providers/Microsoft.Authorization/permissions");

        Assert.Equal((1, 2), (before.Names().Count, after.Names().Count));
    }

    [Fact]
    public async Task Second_credential_writer_on_an_identity_is_turned_away_while_the_first_is_busy()
    {
        var identity = await sandbox.IdentityAsync(await sandbox.GroupAsync());
        var other = await sandbox.IdentityAsync(await sandbox.GroupAsync());
        var first = sandbox.Deployer.PutAsync($"{identity.Id}/federatedIdentityCredentials/one", Bodies.Credential("one"));
        await sandbox.CommittedAsync($"{identity.Id}/federatedIdentityCredentials/one");

        var second = await sandbox.Deployer.PutAsync($"{identity.Id}/federatedIdentityCredentials/two", Bodies.Credential("two"));
        var deletion = await sandbox.Deployer.DeleteAsync($"{identity.Id}/federatedIdentityCredentials/one");
        var elsewhere = sandbox.Deployer.PutAsync($"{other.Id}/federatedIdentityCredentials/one", Bodies.Credential("one"));
        await sandbox.CommittedAsync($"{other.Id}/federatedIdentityCredentials/one");
        sandbox.Clock.Advance(Step);

        second.ExpectError(409, "ConcurrentFederatedIdentityCredentialsWritesForSingleManagedIdentity");
        deletion.ExpectError(409, "ConcurrentFederatedIdentityCredentialsWritesForSingleManagedIdentity");
        Assert.Contains(identity.Id, second.Message);
        (await first).Expect(201);
        (await elsewhere).Expect(201);
    }

    [Fact]
    public async Task Operation_runs_until_the_clock_says_so()
    {
        var registry = $"{await sandbox.GroupAsync()}/providers/Microsoft.ContainerRegistry/registries/slowregistry";

        var put = (await sandbox.Deployer.PutAsync(registry, Bodies.Registry)).Expect(201);
        var running = await sandbox.Deployer.SendRawAsync("GET", put.Headers["Azure-AsyncOperation"]);
        var waiting = await sandbox.Deployer.SendRawAsync("GET", put.Headers["Location"]);
        var meanwhile = await sandbox.Deployer.PutAsync(registry, Bodies.Registry);
        sandbox.Clock.Advance(Step);
        var done = await sandbox.Deployer.SendRawAsync("GET", put.Headers["Azure-AsyncOperation"]);
        var result = await sandbox.Deployer.SendRawAsync("GET", put.Headers["Location"]);

        Assert.Equal("Creating", put.Property("provisioningState"));
        Assert.Equal("5", put.Headers["Retry-After"]);
        Assert.Equal("InProgress", running.Expect(200).Text("status"));
        waiting.Expect(202);
        meanwhile.ExpectError(409, "AnotherOperationInProgress");
        Assert.Equal("Succeeded", done.Expect(200).Text("status"));
        Assert.NotNull(done.Text("endTime"));
        Assert.Equal("Succeeded", result.Expect(200).Property("provisioningState"));
    }

    [Fact]
    public async Task Group_being_deleted_takes_nothing_new()
    {
        var group = await sandbox.GroupAsync();
        await sandbox.Deployer.DeleteAsync(group);

        (await sandbox.Deployer.PutAsync(group, """{ "location": "westeurope" }""")).ExpectError(409, "ResourceGroupBeingDeleted");
        (await sandbox.Deployer.PutAsync($"{group}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/late", """{ "location": "westeurope" }"""))
            .ExpectError(409, "ResourceGroupBeingDeleted");
        Assert.Equal("Deleting", (await sandbox.Deployer.GetAsync(group)).Property("provisioningState"));
        sandbox.Clock.Advance(Step);
        (await sandbox.Deployer.GetAsync(group)).ExpectError(404, "ResourceGroupNotFound");
    }

    [Fact]
    public async Task Operation_goes_on_after_a_restart()
    {
        var account = $"{await sandbox.GroupAsync()}/providers/Microsoft.Storage/storageAccounts/survivor";
        var put = (await sandbox.Deployer.PutAsync(account, Bodies.Account)).Expect(202);

        await sandbox.RestartAsync();

        (await sandbox.Deployer.SendRawAsync("GET", put.Headers["Location"])).Expect(202);
        sandbox.Clock.Advance(Step);
        Assert.Equal("Succeeded", (await sandbox.Deployer.SendRawAsync("GET", put.Headers["Location"])).Expect(200).Property("provisioningState"));
    }

    public sealed class SlowFixture : ArmFixture
    {
        protected override SandboxDelays Delays { get; } = new()
        {
            PrincipalReplication = TimeSpan.FromSeconds(20),
            RoleAssignmentEffect = TimeSpan.FromSeconds(20),
            FederatedCredentialEffect = TimeSpan.FromSeconds(20),
            FederatedCredentialWrite = TimeSpan.FromSeconds(20),
            RegistryOperation = TimeSpan.FromSeconds(20),
            StorageOperation = TimeSpan.FromSeconds(20),
            ResourceGroupDeletion = TimeSpan.FromSeconds(20),
            PollInterval = TimeSpan.FromSeconds(5),
        };

        /// <summary>Signs in as an identity, letting the clock do what a person would wait for.</summary>
        internal async Task<ArmCaller> PatientSignInAsync(TestIdentity identity)
        {
            var credential = $"{identity.Id}/federatedIdentityCredentials/tests";
            var write = Deployer.PutAsync(credential, Bodies.Credential("tester", Host.Context.Issuers.Get("tests").Issuer));
            await CommittedAsync(credential);
            Clock.Advance(Step);
            (await write).Expect(201);
            return CallerWith(await TokenAsync(identity.ClientId, "tests", "tester"));
        }

        /// <summary>Waits until a write shows, which is before its answer comes.</summary>
        internal async Task CommittedAsync(string id)
        {
            while ((await Deployer.GetAsync(id)).Status is 404)
                await Task.Yield();
        }
    }
}
