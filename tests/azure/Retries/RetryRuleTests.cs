using Provisioning.Protocol.Rpc;
using Provisioning.Protocol.Values;
using Provisioning.Providers.Azure.Operations;
using Provisioning.Providers.Azure.Retries;
using Provisioning.Providers.Azure.Tests.Fakes;
using static Provisioning.Providers.Azure.Tests.Fakes.Harness;

namespace Provisioning.Providers.Azure.Tests.Retries;

public sealed class RetryRuleTests
{
    [Theory]
    [InlineData(Types.Assignment, Types.AssignmentId, 400, "PrincipalNotFound", "the principal is not yet visible")]
    [InlineData(Types.Credential, Types.CredentialId, 409, "ConcurrentFederatedIdentityCredentialsWritesForSingleManagedIdentity", "another credential of the same identity")]
    [InlineData(Types.Identity, Types.IdentityId, 409, "AnotherOperationInProgress", "another operation on the resource")]
    [InlineData(Types.Identity, Types.IdentityId, 409, "ResourceGroupBeingDeleted", "still being deleted")]
    [InlineData(Types.Identity, Types.IdentityId, 429, "RetryableErrorDueToAnotherOperation", "another operation on the network")]
    [InlineData(Types.Identity, Types.IdentityId, 429, "TooManyRequests", "limits the rate")]
    [InlineData(Types.Identity, Types.IdentityId, 401, "ExpiredAuthenticationToken", "a new one is asked for")]
    [InlineData(Types.Identity, Types.IdentityId, 408, "RequestTimeout", "too long to answer")]
    [InlineData(Types.Identity, Types.IdentityId, 500, "InternalServerError", "a failure of its own")]
    [InlineData(Types.Identity, Types.IdentityId, 503, "ServiceUnavailable", "a failure of its own")]
    [InlineData(Types.Compute, Types.ClusterId, 409, "Conflict", "another operation on the workspace or compute")]
    public async Task A_failure_that_passes_is_waited_for_and_explained(string type, string id, int status, string code, string reason)
    {
        var harness = await NativeAsync();
        harness.Azure
            .On("GET", id, 404, FakeAzure.Error("ResourceNotFound"))
            .On("GET", id, 404, FakeAzure.Error("ResourceNotFound"))
            .On("PUT", id, status, FakeAzure.Error(code))
            .On("PUT", id, 201, "{}")
            .On("GET", id, 200, """{"name":"x"}""");

        await harness.CreateAsync(type, InputsOf(type));

        Assert.Equal(2, harness.Azure.Count("PUT"));
        Assert.Contains(harness.Engine.Logs, log => log.Ephemeral && log.Message.Contains(reason, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Types.Assignment, Types.AssignmentId, 400, "PrincipalNotFound", 5, RpcStatusCode.FailedPrecondition)]
    [InlineData(Types.Identity, Types.IdentityId, 429, "TooManyRequests", 30, RpcStatusCode.ResourceExhausted)]
    [InlineData(Types.Identity, Types.IdentityId, 503, "ServiceUnavailable", 10, RpcStatusCode.Unknown)]
    [InlineData(Types.Compute, Types.ClusterId, 409, "Conflict", 15, RpcStatusCode.Aborted)]
    public async Task A_failure_that_does_not_pass_is_given_up_in_time(string type, string id, int status, string code, int minutes, RpcStatusCode expected)
    {
        var harness = await NativeAsync();
        harness.Azure.On("PUT", id, status, FakeAzure.Error(code));

        var failure = await FailsAsync(() => harness.CreateAsync(type, InputsOf(type)));

        Assert.Equal(expected, failure.Code);
        Assert.Contains("waited in vain", failure.Message);
        var waited = harness.Time.Waits.Aggregate(TimeSpan.Zero, (sum, wait) => sum + wait);
        Assert.InRange(waited, TimeSpan.FromMinutes(minutes - 2), TimeSpan.FromMinutes(minutes));
    }

    [Theory]
    [InlineData(400, "BadRequest")]
    [InlineData(403, "AuthorizationFailed")]
    [InlineData(403, "LinkedAuthorizationFailed")]
    [InlineData(404, "ParentResourceNotFound")]
    [InlineData(404, "ResourceGroupNotFound")]
    [InlineData(409, "Conflict")]
    [InlineData(409, "ScopeLocked")]
    public async Task A_failure_that_lasts_is_reported_at_once(int status, string code)
    {
        var harness = await NativeAsync();
        harness.Azure.On("PUT", Types.IdentityId, status, FakeAzure.Error(code));

        await FailsAsync(() => harness.CreateAsync(Types.Identity, InputsOf(Types.Identity)));

        Assert.Empty(harness.Time.Waits);
    }

    [Fact]
    public async Task Retry_After_beats_the_rules_own_wait()
    {
        var harness = await NativeAsync();
        harness.Azure
            .Stores(Types.IdentityId)
            .On("DELETE", Group, 429, FakeAzure.Error("TooManyRequests"), "Retry-After: 41")
            .On("DELETE", Group, 204);

        await harness.DeleteAsync(Types.Group, Group);

        Assert.Equal([TimeSpan.FromSeconds(41)], harness.Time.Waits);
    }

    [Fact]
    public async Task Retry_After_may_be_a_date()
    {
        var harness = await NativeAsync();
        harness.Azure
            .On("DELETE", Group, 429, FakeAzure.Error("TooManyRequests"), "Retry-After: Sun, 01 Mar 2026 12:00:30 GMT")
            .On("DELETE", Group, 204);

        await harness.DeleteAsync(Types.Group, Group);

        Assert.Equal([TimeSpan.FromSeconds(30)], harness.Time.Waits);
    }

    [Theory]
    [InlineData("ParentResourceNotFound")]
    [InlineData("NotFound")]
    public async Task A_parent_that_was_created_a_moment_ago_is_waited_for(string code)
    {
        var harness = await NativeAsync();
        harness.Azure
            .Stores(Types.IdentityId)
            .On("GET", Types.CredentialId, 404, FakeAzure.Error("ParentResourceNotFound"))
            .On("GET", Types.CredentialId, 200, """{"name":"k8s"}""")
            .On("PUT", Types.CredentialId, 404, FakeAzure.Error(code))
            .On("PUT", Types.CredentialId, 201, "{}");
        await harness.CreateAsync(Types.Identity, InputsOf(Types.Identity));

        await harness.CreateAsync(Types.Credential, InputsOf(Types.Credential));

        Assert.Contains(harness.Engine.Logs, log => log.Message.Contains("not yet visible", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_parent_that_was_created_long_ago_is_not_waited_for()
    {
        var harness = await NativeAsync();
        harness.Azure
            .Stores(Types.IdentityId)
            .On("PUT", Types.CredentialId, 404, FakeAzure.Error("ParentResourceNotFound"));
        await harness.CreateAsync(Types.Identity, InputsOf(Types.Identity));
        harness.Time.Advance(TimeSpan.FromMinutes(11));

        var failure = await FailsAsync(() => harness.CreateAsync(Types.Credential, InputsOf(Types.Credential)));

        Assert.Equal(RpcStatusCode.NotFound, failure.Code);
        Assert.Empty(harness.Time.Waits);
    }

    [Theory]
    [InlineData(Caller, true)]
    [InlineData(Types.Principal, false)]
    public async Task A_denial_is_waited_for_only_after_a_role_was_given_to_the_caller(string principal, bool waits)
    {
        var harness = await NativeAsync();
        harness.Azure
            .Stores(Types.AssignmentId)
            .On("GET", Types.IdentityId, 404, FakeAzure.Error("ResourceNotFound"))
            .On("GET", Types.IdentityId, 200, "{\"name\":\"id1\"}")
            .On("PUT", Types.IdentityId, 403, FakeAzure.Error("AuthorizationFailed"))
            .On("PUT", Types.IdentityId, 201, "{}");
        await harness.CreateAsync(Types.Assignment, InputsOf(Types.Assignment).With("principalId", principal));

        var create = harness.CreateAsync(Types.Identity, InputsOf(Types.Identity));

        if (waits)
            await create;
        else
            Assert.Equal(RpcStatusCode.PermissionDenied, (await FailsAsync(() => create)).Code);
        Assert.Equal(waits, harness.Time.Waits.Count > 0);
    }

    [Fact]
    public async Task A_lock_that_was_removed_a_moment_ago_is_waited_out_when_deleting()
    {
        var harness = await NativeAsync();
        harness.Azure.On("DELETE", Types.IdentityId, 409, FakeAzure.Error("ScopeLocked")).On("DELETE", Types.IdentityId, 200);

        await harness.DeleteAsync(Types.Identity, Types.IdentityId);

        Assert.Equal(2, harness.Azure.Count("DELETE"));
    }

    [Fact]
    public void Every_rule_says_why_and_where_that_is_known_from()
    {
        Assert.All(RetryRules.All, rule =>
        {
            Assert.NotEmpty(rule.Reason);
            Assert.NotEmpty(rule.Source);
            Assert.True(rule.FirstWait <= rule.LongestWait && rule.LongestWait <= rule.GiveUpAfter);
        });
    }

    [Fact]
    public void Waits_grow_up_to_a_limit_and_are_spread()
    {
        var waits = new Waits(new AutoTime(), new Random(1), CancellationToken.None);
        var (first, longest) = (TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(20));

        Assert.InRange(waits.Jittered(first, longest, 0).TotalSeconds, 1, 2);
        Assert.InRange(waits.Jittered(first, longest, 2).TotalSeconds, 4, 8);
        Assert.InRange(waits.Jittered(first, longest, 50).TotalSeconds, 10, 20);
        Assert.NotEqual(waits.Jittered(first, longest, 0), waits.Jittered(first, longest, 0));
    }

    private static PropertyMap InputsOf(string type) => type switch
    {
        Types.Assignment => Writing.RoleAssignmentTests.Inputs,
        Types.Credential => Map("""{"resourceGroupName":"rg","resourceName":"id1","federatedIdentityCredentialResourceName":"k8s","issuer":"i","subject":"s","audiences":["a"]}"""),
        Types.Identity => Map("""{"resourceGroupName":"rg","resourceName":"id1","location":"l"}"""),
        Types.Compute => Map("""{"resourceGroupName":"rg","workspaceName":"mlw","computeName":"cpu","location":"l","properties":{"computeType":"AmlCompute"}}"""),
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "The tests have no inputs for the type."),
    };
}
