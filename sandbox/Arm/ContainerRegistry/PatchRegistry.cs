using Provisioning.Sandbox.Arm.Identity;
using Provisioning.Sandbox.Arm.Operations;

namespace Provisioning.Sandbox.Arm.ContainerRegistry;

/// <summary>Changes the settings of a registry.</summary>
internal sealed class PatchRegistry() : PatchResource(
    ContainerRegistryTypes.Registries,
    "adminUserEnabled", "anonymousPullEnabled", "dataEndpointEnabled", "networkRuleBypassOptions", "networkRuleSet", "policies",
    "publicNetworkAccess", "roleAssignmentMode")
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> LinkedPermissions => [IdentityBlock.AssignAction];

    /// <inheritdoc/>
    public override IEnumerable<LinkedAccess> LinkedAccess(ArmRequest request, ArmWorld arm) => IdentityBlock.LinkedAccess(request.Body);

    /// <inheritdoc/>
    protected override ArmResponse Write(Draft draft, ArmRequest request, ArmWorld arm)
    {
        if (RegistryCheck.Check(draft.Body) is { } invalid)
            return invalid;
        if (request.Body.ObjectAt("identity") is { } identity
            && IdentityBlock.Apply(draft, identity, ContainerRegistryTypes.Identity, draft.Id.Name, arm) is { } refusal)
        {
            return refusal;
        }

        RegistryCheck.Complete(draft.Body, request.ApiVersion);
        return RegistryWrite.Begin(draft, arm.Resources.Write(draft.Id, draft.Body, request), request, arm);
    }
}
