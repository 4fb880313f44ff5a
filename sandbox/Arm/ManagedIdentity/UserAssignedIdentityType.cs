using System.Text.Json.Nodes;
using Provisioning.Sandbox.Arm.Resources;

namespace Provisioning.Sandbox.Arm.ManagedIdentity;

/// <summary>User-assigned identities, whose ids Azure writes with <c>resourcegroups</c> in lower case.</summary>
internal sealed record UserAssignedIdentityType(string ProviderNamespace, ApiVersions AcceptedVersions) : ArmResourceType(
    ProviderNamespace,
    [("userAssignedIdentities", "identityName")],
    AcceptedVersions,
    "^[a-zA-Z0-9][a-zA-Z0-9_-]{2,127}$")
{
    /// <inheritdoc/>
    public override JsonObject View(ArmResource resource, ArmWorld arm)
    {
        var view = base.View(resource, arm);
        if (arm.Sandbox.Options.LowerCaseIdentityIds)
            view["id"] = resource.Id.Replace("/resourceGroups/", "/resourcegroups/", StringComparison.Ordinal);
        return view;
    }
}
