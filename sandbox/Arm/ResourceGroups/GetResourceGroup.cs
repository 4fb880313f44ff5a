using Provisioning.Sandbox.Arm.Operations;

namespace Provisioning.Sandbox.Arm.ResourceGroups;

/// <summary>Reads a resource group.</summary>
internal sealed class GetResourceGroup() : GetResource(ArmTypes.ResourceGroups)
{
    /// <inheritdoc/>
    public override ArmResponse Invoke(ArmRequest request, ArmWorld arm) =>
        arm.Resources.Find(request.Target) is null ? ArmError.GroupNotFound(request.Target.Name) : base.Invoke(request, arm);
}
