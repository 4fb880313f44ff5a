using Provisioning.Protocol.Rpc;
using Provisioning.Protocol.Values;
using Provisioning.Providers.Azure.Tests.Fakes;
using Provisioning.Providers.Azure.Values;
using static Provisioning.Providers.Azure.Tests.Fakes.Harness;

namespace Provisioning.Providers.Azure.Tests.Writing;

public sealed class RoleAssignmentTests
{
    private const string OtherName = "aaaaaaaa-0000-5000-8000-000000000000";

    public static PropertyMap Inputs => Map(
        $$"""{"scope":"{{Group}}","roleAssignmentName":"{{Types.AssignmentName}}","principalId":"{{Types.Principal}}","principalType":"ServicePrincipal","roleDefinitionId":"{{Types.AcrPull}}"}""");

    [Fact]
    public async Task An_assignment_of_the_same_name_that_grants_the_same_is_taken_over()
    {
        var harness = await NativeAsync();
        var body = Assignment(Types.AssignmentName, Types.Principal);
        harness.Azure.On("GET", Types.AssignmentId, 200, body).On("PUT", Types.AssignmentId, 200, body);

        var (id, outputs) = await harness.CreateAsync(Types.Assignment, Inputs);

        Assert.Equal(Types.AssignmentId, id);
        Assert.Equal(Types.Principal, outputs.TextAt("principalId"));
        Assert.Contains(harness.Engine.Logs, log => !log.Ephemeral && log.Message.StartsWith("Took over the existing role assignment", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_assignment_of_the_same_name_for_another_principal_is_an_error()
    {
        var harness = await NativeAsync();
        harness.Azure.On("GET", Types.AssignmentId, 200, Assignment(Types.AssignmentName, "22222222-2222-2222-2222-222222222222"));

        var failure = await FailsAsync(() => harness.CreateAsync(Types.Assignment, Inputs));

        Assert.Equal(RpcStatusCode.AlreadyExists, failure.Code);
        Assert.Equal(0, harness.Azure.Count("PUT"));
    }

    [Fact]
    public async Task RoleAssignmentExists_under_our_name_is_taken_over()
    {
        var harness = await NativeAsync();
        harness.Azure
            .On("PUT", Types.AssignmentId, 409, FakeAzure.Error("RoleAssignmentExists"))
            .On("GET", Types.AssignmentsPath, 200, $$"""{"value":[{{Assignment(OtherName, "other")}}],"nextLink":"https://management.azure.com/next?page=2"}""")
            .On("GET", "/next", 200, $$"""{"value":[{{Assignment(Types.AssignmentName, Types.Principal)}}]}""");

        var (id, _) = await harness.CreateAsync(Types.Assignment, Inputs);

        Assert.Equal(Types.AssignmentId, id);
        Assert.Contains(harness.Azure.Requests, request => request.Query.Contains($"$filter=principalId eq '{Types.Principal}'", StringComparison.Ordinal));
    }

    [Fact]
    public async Task RoleAssignmentExists_under_another_name_tells_how_to_import_it()
    {
        var harness = await NativeAsync();
        harness.Azure
            .On("PUT", Types.AssignmentId, 409, FakeAzure.Error("RoleAssignmentExists"))
            .On("GET", Types.AssignmentsPath, 200, $$"""{"value":[{{Assignment(OtherName, Types.Principal)}}]}""");

        var failure = await FailsAsync(() => harness.CreateAsync(Types.Assignment, Inputs));

        Assert.Equal(RpcStatusCode.AlreadyExists, failure.Code);
        Assert.Contains($"{Types.AssignmentsPath}/{OtherName}", failure.Message);
    }

    [Fact]
    public async Task RoleAssignmentExists_that_cannot_be_found_stays_a_conflict_with_advice()
    {
        var harness = await NativeAsync();
        harness.Azure
            .On("PUT", Types.AssignmentId, 409, FakeAzure.Error("RoleAssignmentExists"))
            .On("GET", Types.AssignmentsPath, 200, """{"value":[]}""");

        var failure = await FailsAsync(() => harness.CreateAsync(Types.Assignment, Inputs));

        Assert.Equal(RpcStatusCode.Aborted, failure.Code);
        Assert.Contains("import that assignment", failure.Message);
    }

    [Fact]
    public async Task A_delegated_identity_is_looked_up_in_the_tenant()
    {
        var harness = await NativeAsync();
        harness.Azure.Stores(Types.AssignmentId, decorate: _ => Assignment(Types.AssignmentName, Types.Principal));

        await harness.CreateAsync(Types.Assignment, Inputs.With("delegatedManagedIdentityResourceId", Types.IdentityId));

        Assert.All(
            harness.Azure.Requests.Where(request => request.Method == "GET"),
            request => Assert.Contains($"tenantId={Tenant}", request.Query));
        Assert.DoesNotContain("tenantId", harness.Azure.Single("PUT").Query);
    }

    [Fact]
    public async Task A_scope_may_lack_its_leading_slash()
    {
        var harness = await NativeAsync();
        harness.Azure.Stores(Types.AssignmentId, decorate: _ => Assignment(Types.AssignmentName, Types.Principal));

        var (id, _) = await harness.CreateAsync(Types.Assignment, Inputs.With("scope", Group.TrimStart('/')));

        Assert.Equal(Types.AssignmentId, id);
    }

    [Fact]
    public async Task The_root_scope_gives_a_path_without_a_scope()
    {
        var harness = await NativeAsync();
        var path = $"/providers/Microsoft.Authorization/roleAssignments/{Types.AssignmentName}";
        harness.Azure.Stores(path);

        var (id, _) = await harness.CreateAsync(Types.Assignment, Inputs.With("scope", "/"));

        Assert.Equal(path, id);
    }

    private static string Assignment(string name, string principal) =>
        $$$"""{"id":"{{{Types.AssignmentsPath}}}/{{{name}}}","name":"{{{name}}}","properties":{"scope":"{{{Group.ToUpperInvariant().Replace("SUBSCRIPTIONS", "subscriptions", StringComparison.Ordinal)}}}","principalId":"{{{principal}}}","roleDefinitionId":"/providers/Microsoft.Authorization/roleDefinitions/7f951dda-4ed3-4680-a7ca-43fe172d538d"}}""";
}
