using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using Provisioning.Infra.Access;
using Provisioning.Infra.Model;
using Provisioning.Verification.Rights;
using Provisioning.Verification.Tests.Stacks;

namespace Provisioning.Verification.Tests.Rights;

/// <summary>The table of rights against the permissions of the roles, as the sandbox has them from Azure.</summary>
public sealed class RoleRightsTests
{
    private const string Registries = "Microsoft.ContainerRegistry/registries/";
    private const string Blobs = "Microsoft.Storage/storageAccounts/blobServices/containers/blobs/";
    private const string Secrets = "Microsoft.KeyVault/vaults/secrets/";

    private static readonly StackDocument Document = SampleStack.With("").Document;

    private static readonly IReadOnlyList<(DataRight Right, AccessScope Place, string Action, bool IsData)> Cases =
    [
        (DataRight.Pull, new AccessScope.Resource(Document.Registries[0]), $"{Registries}pull/read", false),
        (DataRight.Push, new AccessScope.Resource(Document.Registries[0]), $"{Registries}push/write", false),
        (DataRight.Pull, new AccessScope.Resource(Document.Registries[1]), $"{Registries}repositories/content/read", true),
        (DataRight.Push, new AccessScope.Resource(Document.Registries[1]), $"{Registries}repositories/content/write", true),
        (DataRight.ReadBlobs, new AccessScope.Container(Document.Storage[1], "datasets"), $"{Blobs}read", true),
        (DataRight.WriteBlobs, new AccessScope.Container(Document.Storage[1], "datasets"), $"{Blobs}write", true),
        (DataRight.ReadSecret, new AccessScope.Secret(Document.Vaults[0], "key"), $"{Secrets}getSecret/action", true),
        (DataRight.ListSecrets, new AccessScope.Resource(Document.Vaults[0]), $"{Secrets}readMetadata/action", true),
    ];

    private static readonly IReadOnlyDictionary<Guid, JsonElement> Roles =
        JsonElement.Parse(File.ReadAllText(RolesFile())).EnumerateArray().ToDictionary(role => role.GetProperty("id").GetGuid());

    public static TheoryData<string> Names => [.. BuiltInRoles.All.Select(role => role.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Rights_of_a_role_are_those_that_its_permissions_give(string name)
    {
        var role = BuiltInRoles.Named(name);
        Assert.NotNull(role);
        var permissions = Roles[role.DefinitionId];

        Assert.All(Cases, one => Assert.Equal(Allows(permissions, one.Action, one.IsData), RoleRights.Gives(role, one.Right, one.Place)));
    }

    [Fact]
    public void Plain_reader_pulls_and_reads_neither_blobs_nor_secrets() =>
        Assert.Equal([DataRight.Pull], Cases.Where(one => RoleRights.Gives(BuiltInRoles.Reader, one.Right, one.Place) is true).Select(one => one.Right));

    [Fact]
    public void Nothing_is_known_of_a_custom_role() =>
        Assert.All(Cases, one => Assert.Null(RoleRights.Gives(new RoleReference(Guid.Empty, ""), one.Right, one.Place)));

    private static bool Allows(JsonElement role, string action, bool isData) =>
        Covers(role, isData ? "dataActions" : "actions", action) && !Covers(role, isData ? "notDataActions" : "notActions", action);

    private static bool Covers(JsonElement role, string list, string action) => role.TryGetProperty(list, out var patterns) && patterns.EnumerateArray().Any(pattern =>
        Regex.IsMatch(action, $"^{Regex.Escape($"{pattern}").Replace(@"\*", ".*", StringComparison.Ordinal)}$", RegexOptions.IgnoreCase));

    private static string RolesFile([CallerFilePath] string source = "") =>
        Path.GetFullPath("../../../sandbox/Arm/Authorization/BuiltInRoles.json", Path.GetDirectoryName(source) ?? "");
}
