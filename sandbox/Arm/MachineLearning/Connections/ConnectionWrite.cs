using System.Text.Json.Nodes;
using Provisioning.Sandbox.Arm.Identity;
using Provisioning.Sandbox.Arm.ManagedIdentity;
using Provisioning.Sandbox.Arm.Operations;

namespace Provisioning.Sandbox.Arm.MachineLearning.Connections;

/// <summary>What creating and changing a connection have in common: checks, and where its credentials go.</summary>
internal static class ConnectionWrite
{
    /// <summary>The identity a connection names; the caller must be allowed to assign it.</summary>
    public static IEnumerable<LinkedAccess> LinkedAccess(JsonObject body) =>
        body.IdAt("properties", "credentials", "resourceId") is { } identity ? [new LinkedAccess(identity, IdentityBlock.AssignAction)] : [];

    /// <summary>Why the properties of a connection cannot be, or null.</summary>
    public static ArmError? Check(JsonObject properties, ArmWorld arm)
    {
        var authType = properties.TextAt("authType");
        if (authType is null || !ConnectionGroups.AuthTypes.Contains(authType))
            return ArmError.Invalid($"The authType '{authType}' of a connection is not supported.", "properties.authType");
        if (properties.TextAt("category") is not { Length: > 0 })
            return ArmError.Invalid("A connection needs a category.", "properties.category");
        if (properties.TextAt("target") is not { Length: > 0 })
            return ArmError.Invalid("A connection needs a target.", "properties.target");
        if (authType is not "ManagedIdentity" || properties.FlagAt("useWorkspaceManagedIdentity") is true)
            return null;

        if (arm.Resources.Find(properties.IdAt("credentials", "resourceId"), ManagedIdentityTypes.UserAssignedIdentities) is not { } identity)
            return ArmError.Invalid("A connection by managed identity names a user-assigned identity that exists.", "properties.credentials.resourceId");
        return identity.Open().TextAt("properties", "clientId") == properties.TextAt("credentials", "clientId")
            ? null
            : ArmError.Invalid($"The client id of the connection is not that of the identity '{identity.Id}'.", "properties.credentials.clientId");
    }

    /// <summary>Completes and stores a connection; what a GET must not show goes to the secrets.</summary>
    public static ArmResponse Store(Draft draft, ArmRequest request, ArmWorld arm)
    {
        var properties = draft.Properties;
        JsonObject? secrets = null;
        if (properties.ObjectAt("credentials") is { } credentials && properties.TextAt("authType") is not "ManagedIdentity")
        {
            secrets = credentials.Copy();
            properties["credentials"] = null;
        }

        properties["group"] = ConnectionGroups.Of(properties.TextAt("category") ?? "");
        properties.Default("isSharedToAll", false);
        draft.Keep("createdByWorkspaceArmId", () => draft.Id.Parent.Value);
        return ArmResponse.Ok(MachineLearningTypes.Connections.View(arm.Resources.Write(draft.Id, draft.Body, request, secrets), arm));
    }
}
