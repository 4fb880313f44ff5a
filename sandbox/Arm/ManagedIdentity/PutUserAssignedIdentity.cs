using System.Text.Json.Nodes;
using Provisioning.Sandbox.Arm.Operations;

namespace Provisioning.Sandbox.Arm.ManagedIdentity;

/// <summary>Creates a user-assigned identity with a new principal, or changes its tags and isolation. A name used again gets a new principal.</summary>
internal sealed class PutUserAssignedIdentity() : PutResource(ManagedIdentityTypes.UserAssignedIdentities)
{
    /// <inheritdoc/>
    protected override ArmResponse Write(Draft draft, ArmRequest request, ArmWorld arm)
    {
        if (draft.IsNew)
        {
            var principal = arm.Directory.CreateManagedIdentity(draft.Id.Name, draft.Id.Value);
            draft.Properties["principalId"] = principal.ObjectId.ToString();
            draft.Properties["clientId"] = principal.AppId.ToString();
        }
        else
        {
            draft.Properties["principalId"] = draft.Current.TextAt("principalId");
            draft.Properties["clientId"] = draft.Current.TextAt("clientId");
        }

        draft.Properties["tenantId"] = arm.Directory.TenantId.ToString();
        draft.Body.Default("tags", new JsonObject());
        return ArmResponse.CreatedOrOk(draft.IsNew, ManagedIdentityTypes.UserAssignedIdentities.View(Store(draft, request, arm), arm));
    }
}
