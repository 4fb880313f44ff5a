using System.Text.Json.Nodes;
using Provisioning.Infra.Model;
using Provisioning.Verification.Probes;

namespace Provisioning.Verification.Tests.Probes;

public sealed class ResourceManagerProbeTests(ProbeFixture sandbox) : IClassFixture<ProbeFixture>
{
    private const string Reader = "acdd72a7-3385-48ef-bd42-f606fba81ae7";
    private const string Contributor = "b24988ac-6180-42a0-ab88-20f7382dd24c";
    private const string AcrPull = "7f951dda-4ed3-4680-a7ca-43fe172d538d";
    private const string ListKeys = "Microsoft.Storage/storageAccounts/listKeys/action";
    private const string Read = "Microsoft.Storage/storageAccounts/read";
    private const string Assign = "Microsoft.Authorization/roleAssignments/write";

    [Theory]
    [InlineData(Reader, Read, true)]
    [InlineData(Reader, ListKeys, false)]
    [InlineData(Contributor, ListKeys, true)]
    [InlineData(Contributor, Assign, false)]
    public async Task Action_is_granted_by_roles_above_unless_they_exclude_it(string role, string action, bool isGranted)
    {
        var group = await sandbox.GroupAsync();
        var principal = await sandbox.PrincipalAsync(group, role);

        var answer = await AskAsync($"{group}/providers/Microsoft.Storage/storageAccounts/data", action, principal);

        if (isGranted)
            Assert.Equal(new ProbeAnswer.Allowed($"'{action}' is granted"), answer);
        else
            Assert.Equal((403, "AuthorizationFailed"), (Assert.IsType<ProbeAnswer.Refused>(answer).Status, Assert.IsType<ProbeAnswer.Refused>(answer).Code));
    }

    [Fact]
    public async Task Who_may_not_ask_is_refused_by_the_services_words()
    {
        var group = await sandbox.GroupAsync();

        var refused = Assert.IsType<ProbeAnswer.Refused>(await AskAsync(group, Read, await sandbox.PrincipalAsync(group, AcrPull)));

        Assert.Contains("Microsoft.Authorization/permissions/read", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Group_that_is_not_there_is_missing()
    {
        var principal = await sandbox.PrincipalAsync(sandbox.Subscription, Reader);

        var answer = await AskAsync($"{sandbox.Subscription}/resourceGroups/absent/providers/Microsoft.Storage/storageAccounts/data", Read, principal);

        Assert.Equal("ResourceGroupNotFound", Assert.IsType<ProbeAnswer.Missing>(answer).Code);
    }

    [Fact]
    public async Task Resource_manager_that_does_not_answer_is_unavailable()
    {
        var principal = await sandbox.PrincipalAsync();

        Assert.IsType<ProbeAnswer.Unavailable>(
            await AskAsync(sandbox.Subscription, Read, principal, new Uri($"https://localhost:{ProbeFixture.ClosedPort()}/")));
        Assert.IsType<ProbeAnswer.Unavailable>(await AskAsync(sandbox.Subscription, Read, principal, new Uri("https://management.invalid/")));
    }

    [Theory]
    [InlineData("*", "", "A.B/c/write", true)]
    [InlineData("a.b/*/write", "", "A.B/c/d/write", true)]
    [InlineData("A.B/c/*/assign/action", "", "A.B/c/assign/action", true)]
    [InlineData("A.B/c/read", "", "A.B/c/read/more", false)]
    [InlineData("*", "A.B/*/write", "A.B/c/write", false)]
    [InlineData("*/read", "", "A.B/c/write", false)]
    public void Permission_matches_by_wildcards_and_exclusions(string actions, string notActions, string action, bool isGranted)
    {
        var entry = new JsonObject { ["actions"] = new JsonArray(actions) };
        if (notActions.Length > 0)
            entry["notActions"] = new JsonArray(notActions);

        Assert.Equal(isGranted, EffectivePermission.Read(entry).Grants(action));
    }

    private Task<ProbeAnswer> AskAsync(string id, string action, ProbePrincipal principal, Uri? resourceManager = null) =>
        new ResourceManagerProbe(
            sandbox.Transport, resourceManager ?? sandbox.Host.Connection.ResourceManager, ArmId.Parse(id), action, "https://management.azure.com/.default")
            .AskAsync(principal.Credential, CancellationToken.None);
}
