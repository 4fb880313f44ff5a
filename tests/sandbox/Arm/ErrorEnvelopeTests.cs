using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Provisioning.Sandbox.Tests.Arm;

/// <summary>Refusals as they stand on the wire, in a file for people to read. Ids and ports are replaced by words.</summary>
public sealed partial class ErrorEnvelopeTests(ArmFixture sandbox) : IClassFixture<ArmFixture>
{
    private const string Accept = "ACCEPT_GOLDEN";

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public async Task Refusals_look_as_they_did()
    {
        var group = await sandbox.GroupAsync();
        var identity = await sandbox.IdentityAsync(group);
        var stranger = await sandbox.SignInAsync(identity);
        var contributor = await sandbox.IdentityAsync(group, "id-contributor");
        await sandbox.AssignAsync(group, contributor.PrincipalId, Roles.Contributor);
        var other = await sandbox.IdentityAsync(await sandbox.GroupAsync());
        var credentials = $"{identity.Id}/federatedIdentityCredentials";
        var registry = $$"""{ "location": "westeurope", "sku": { "name": "Basic" }, "identity": {{Bodies.Identity(other.Id)}} }""";
        await sandbox.Deployer.SendAsync(
            "PUT", $"{other.Id}/providers/Microsoft.Authorization/locks/keep", """{ "properties": { "level": "CanNotDelete" } }""", "api-version=2020-05-01");

        var golden = new StringBuilder();
        Show(golden, "No token", await sandbox.CallerWith(null).GetAsync(group));
        Show(golden, "Unknown subscription", await sandbox.Deployer.GetAsync("/subscriptions/00000000-0000-0000-0000-000000000001"));
        Show(golden, "No version", await sandbox.Deployer.SendRawAsync("GET", group));
        Show(golden, "No access", await stranger.GetAsync(group));
        Show(golden, "No access to a linked resource", await (await sandbox.SignInAsync(contributor)).PutAsync($"{group}/providers/Microsoft.ContainerRegistry/registries/linked", registry));
        Show(golden, "No group", await sandbox.Deployer.GetAsync($"{sandbox.Subscription}/resourceGroups/absent"));
        Show(golden, "No resource", await sandbox.Deployer.GetAsync($"{group}/providers/Microsoft.KeyVault/vaults/absent"));
        Show(golden, "No parent", await sandbox.Deployer.PutAsync($"{group}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/absent/federatedIdentityCredentials/one", "{}"));
        Show(golden, "Locked", await sandbox.Deployer.DeleteAsync(other.Id));
        Show(golden, "Wrong credential", await sandbox.Deployer.PutAsync($"{credentials}/bad", """{ "properties": { "issuer": "https://i", "subject": "s", "audiences": [] } }"""));
        Show(golden, "Unknown principal", await sandbox.Deployer.PutAsync(
            $"{group}/providers/Microsoft.Authorization/roleAssignments/00000000-0000-0000-0000-000000000002",
            sandbox.RoleAssignment("00000000-0000-0000-0000-000000000003", Roles.Reader)));

        Compare(golden.ToString());
    }

    private void Show(StringBuilder golden, string title, ArmReply reply)
    {
        golden.Append("## ").Append(title).Append('\n').Append(reply.Status).Append('\n');
        if (reply.Headers.TryGetValue("WWW-Authenticate", out var challenge))
            golden.Append("WWW-Authenticate: ").Append(challenge).Append('\n');
        golden.Append(reply.Body?.ToJsonString(Readable)).Append("\n\n");
        golden.Replace(sandbox.Host.Connection.SubscriptionId.ToString(), "{subscription}").Replace(sandbox.Host.Connection.TenantId.ToString(), "{tenant}");
    }

    private static void Compare(string text, [CallerFilePath] string file = "")
    {
        var actual = Port().Replace(Id().Replace(text.Replace("\r\n", "\n", StringComparison.Ordinal), "{guid}"), "localhost:{port}");
        var path = Path.Combine(Path.GetDirectoryName(file) ?? "", "Goldens", "errors.txt");
        if (Environment.GetEnvironmentVariable(Accept) is "1")
            File.WriteAllText(path, actual);

        var expected = File.Exists(path) ? File.ReadAllText(path) : "";
        Assert.True(expected == actual, $"Refusals differ from {path}. Run the test with {Accept}=1 and look at the difference.\n{actual}");
    }

    [GeneratedRegex("[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}")]
    private static partial Regex Id();

    [GeneratedRegex(@"localhost:\d+")]
    private static partial Regex Port();
}
