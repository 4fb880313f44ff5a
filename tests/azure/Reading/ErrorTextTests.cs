using Provisioning.Protocol.Rpc;
using Provisioning.Providers.Azure.Tests.Fakes;
using static Provisioning.Providers.Azure.Tests.Fakes.Harness;

namespace Provisioning.Providers.Azure.Tests.Reading;

public sealed class ErrorTextTests
{
    [Fact]
    public async Task An_error_names_thing_cause_next_step_and_ids()
    {
        var harness = await NativeAsync();
        harness.Azure.On(
            "PUT", Types.IdentityId, 403, FakeAzure.Error("AuthorizationFailed", "The client lacks the action."), "x-ms-request-id: r-1", "x-ms-correlation-request-id: c-1");

        var failure = await FailsAsync(() => harness.CreateAsync(Types.Identity, Map("""{"resourceGroupName":"rg","resourceName":"id1"}""")));

        Assert.Equal(RpcStatusCode.PermissionDenied, failure.Code);
        Assert.Equal(
            "Creating user-assigned identity 'thing' failed: Azure does not allow it. AuthorizationFailed: The client lacks the action. "
            + "Give the identity that runs this deployment a role with the action named, on this scope; a role given a moment ago may take minutes to work. "
            + "(HTTP 403, request id r-1, correlation id c-1)",
            failure.Message);
    }

    [Theory]
    [InlineData(400, RpcStatusCode.InvalidArgument, "rejects the request")]
    [InlineData(401, RpcStatusCode.PermissionDenied, "does not allow it")]
    [InlineData(403, RpcStatusCode.PermissionDenied, "does not allow it")]
    [InlineData(409, RpcStatusCode.Aborted, "stands in the way")]
    [InlineData(412, RpcStatusCode.Aborted, "stands in the way")]
    public async Task Wrong_input_and_missing_permission_are_told_apart(int status, RpcStatusCode code, string words)
    {
        var harness = await NativeAsync();
        harness.Azure.On("PUT", Types.IdentityId, status, FakeAzure.Error("X"));

        var failure = await FailsAsync(() => harness.CreateAsync(Types.Identity, Map("""{"resourceGroupName":"rg","resourceName":"id1"}""")));

        Assert.Equal(code, failure.Code);
        Assert.Contains(words, failure.Message);
    }

    [Fact]
    public async Task An_error_without_envelope_is_read_from_the_root()
    {
        var harness = await NativeAsync();
        harness.Azure.On("PUT", Types.IdentityId, 400, """{"code":"BadThing","message":"It is bad."}""");

        var failure = await FailsAsync(() => harness.CreateAsync(Types.Identity, Map("""{"resourceGroupName":"rg","resourceName":"id1"}""")));

        Assert.Contains("BadThing: It is bad.", failure.Message);
    }

    [Fact]
    public async Task An_error_page_of_a_gateway_keeps_its_status()
    {
        var harness = await NativeAsync();
        harness.Azure.On("PUT", Types.IdentityId, 400, "<html>Bad gateway</html>");

        var failure = await FailsAsync(() => harness.CreateAsync(Types.Identity, Map("""{"resourceGroupName":"rg","resourceName":"id1"}""")));

        Assert.Contains("no message, HTTP status 400", failure.Message);
    }

    [Theory]
    [InlineData(Types.Assignment, Types.AssignmentId, 400, "RoleAssignmentUpdateNotPermitted", "derive the name from the principal's object id")]
    [InlineData(Types.Vault, Types.VaultId, 409, "ConflictError", "still holds the name")]
    [InlineData(Types.Storage, Types.StorageId, 409, "StorageAccountAlreadyTaken", "choose another accountName")]
    [InlineData(Types.Workspace, Types.WorkspaceId, 400, "BadRequest", "purge or recover")]
    [InlineData(Types.Identity, Types.IdentityId, 409, "MissingSubscriptionRegistration", "az provider register")]
    [InlineData(Types.Identity, Types.IdentityId, 403, "RequestDisallowedByPolicy", "Azure Policy")]
    public async Task A_known_code_comes_with_a_next_step(string type, string id, int status, string code, string advice)
    {
        var harness = await NativeAsync();
        harness.Azure.On("PUT", id, status, FakeAzure.Error(code));

        var failure = await FailsAsync(() => harness.CreateAsync(
            type,
            Map($$"""{"scope":"{{Group}}","roleAssignmentName":"{{Types.AssignmentName}}","resourceGroupName":"rg","vaultName":"kv-ml","accountName":"stdata1","workspaceName":"mlw","resourceName":"id1","location":"l"}""")));

        Assert.Contains(advice, failure.Message);
    }
}
