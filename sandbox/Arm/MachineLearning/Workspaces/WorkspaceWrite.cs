using System.Text.Json.Nodes;
using Provisioning.Sandbox.Arm.Identity;
using Provisioning.Sandbox.Arm.LongRunning;
using Provisioning.Sandbox.Arm.Operations;

namespace Provisioning.Sandbox.Arm.MachineLearning.Workspaces;

/// <summary>What creating and changing a workspace have in common: identity, dependencies, access, and the work in the background.</summary>
internal static class WorkspaceWrite
{
    /// <summary>Gives the draft its identity and checks it against the primary one.</summary>
    public static ArmError? ApplyIdentity(Draft draft, JsonObject? requested, ArmWorld arm)
    {
        var before = draft.Existing?.Open().TextAt("identity", "type");
        if (before is "SystemAssigned,UserAssigned" && requested.TextAt("type") is "SystemAssigned")
            return ArmError.Invalid("User-assigned identities cannot be removed again from a workspace with both kinds of identities.", "identity.type");
        if (IdentityBlock.Apply(draft, requested, MachineLearningTypes.WorkspaceIdentity, draft.Id.Name, arm) is { } refusal)
            return refusal;

        var users = IdentityBlock.UserAssigned(draft.Body);
        var primary = draft.Properties.IdAt("primaryUserAssignedIdentity");
        if (primary is null)
        {
            return draft.Body.TextAt("identity", "type") is "UserAssigned"
                ? ArmError.Invalid("A workspace whose identity is UserAssigned needs 'primaryUserAssignedIdentity'.", "properties.primaryUserAssignedIdentity")
                : null;
        }

        return users.Contains(primary)
            ? null
            : ArmError.Invalid($"The primary identity '{primary}' is not among the identities of the workspace.", "properties.primaryUserAssignedIdentity");
    }

    /// <summary>Stores the workspace as being worked on and answers 202.</summary>
    public static ArmResponse Begin(Draft draft, ArmRequest request, ArmWorld arm)
    {
        var failure = WorkspaceAccess.CheckPrimary(draft.Id, draft.Properties, arm);
        draft.Properties["provisioningState"] = draft.IsNew ? "Creating" : "Updating";
        arm.Resources.Write(draft.Id, draft.Body, request);
        var operation = arm.Operations.Start(
            draft.Id,
            arm.Sandbox.Options.Delays.WorkspaceOperation,
            failure is null ? new Settlement.Succeed() : new Settlement.Fail(failure));
        return MachineLearningTypes.WorkspaceWrite.Announce(new ArmResponse(202), operation, draft.Location, request, arm.Sandbox);
    }
}
