using System.Text.Json.Nodes;
using Provisioning.Sandbox.Arm.Authorization;
using Provisioning.Sandbox.Arm.KeyVault;
using Provisioning.Sandbox.Arm.ManagedIdentity;

namespace Provisioning.Sandbox.Arm.MachineLearning.Workspaces;

/// <summary>
/// What the identity of a workspace may do with the resources the workspace stands on. Azure gives a system-assigned identity what it
/// needs; a user-assigned one must have it before the workspace is made, or the making fails.
/// </summary>
internal static class WorkspaceAccess
{
    private const string BlobWrite = "Microsoft.Storage/storageAccounts/blobServices/containers/blobs/write";
    private const string SecretWrite = "Microsoft.KeyVault/vaults/secrets/setSecret/action";

    /// <summary>Gives the system-assigned identity of a new workspace its roles.</summary>
    public static void Grant(Guid principal, ArmId workspace, JsonObject properties, ArmRequest request, ArmWorld arm)
    {
        ServiceGrants.Give(principal, BuiltInRoles.Contributor, workspace.Group, request, arm);
        if (properties.IdAt("storageAccount") is { } storage)
            ServiceGrants.Give(principal, BuiltInRoles.StorageBlobDataContributor, storage, request, arm);
        if (properties.IdAt("keyVault") is not { } vault)
            return;

        if (VaultAccess.UsesRoles(vault, arm))
            ServiceGrants.Give(principal, BuiltInRoles.KeyVaultAdministrator, vault, request, arm);
        else
            VaultAccess.AddPolicy(vault, principal, arm);
    }

    /// <summary>What the primary user-assigned identity of a workspace lacks, or null.</summary>
    public static ArmError? CheckPrimary(ArmId workspace, JsonObject properties, ArmWorld arm)
    {
        if (arm.Resources.Find(properties.IdAt("primaryUserAssignedIdentity"), ManagedIdentityTypes.UserAssignedIdentities) is not { } identity)
            return null;

        var principal = Guid.Parse(identity.Open().TextAt("properties", "principalId") ?? "");
        var lacking = Needs(workspace, properties)
            .Where(need => !arm.Access.Allows(principal, need.Action, need.Scope))
            .Select(need => $"'{need.Action}' on '{need.Scope}'")
            .Concat(DataNeeds(properties, principal, arm))
            .ToList();
        return lacking.Count is 0 ? null : ArmError.Invalid("The workspace could not be provisioned.") with
        {
            Details = [new ArmError(403, "AuthorizationFailed", $"The identity '{identity.Id}' of the workspace lacks {string.Join(", ", lacking)}. Assign the roles, wait for them to take effect, then try again.")],
        };
    }

    private static IEnumerable<(string Action, ArmId Scope)> Needs(ArmId workspace, JsonObject properties)
    {
        yield return (MachineLearningTypes.Workspaces.Action("write"), workspace);
        foreach (var property in new[] { "storageAccount", "keyVault", "containerRegistry", "applicationInsights" })
        {
            if (properties.IdAt(property) is { } id && ArmTypes.Find(id.Type) is { } type)
                yield return (type.Action("write"), id);
        }
    }

    private static IEnumerable<string> DataNeeds(JsonObject properties, Guid principal, ArmWorld arm)
    {
        if (properties.IdAt("storageAccount") is { } storage && !arm.Access.AllowsData(principal, BlobWrite, storage))
            yield return $"'{BlobWrite}' on '{storage}'";
        if (properties.IdAt("keyVault") is not { } vault)
            yield break;

        var isAllowed = VaultAccess.UsesRoles(vault, arm)
            ? arm.Access.AllowsData(principal, SecretWrite, vault)
            : VaultAccess.HasPolicy(vault, principal, "secrets", "set", arm);
        if (!isAllowed)
            yield return $"'{SecretWrite}' on '{vault}'";
    }
}
