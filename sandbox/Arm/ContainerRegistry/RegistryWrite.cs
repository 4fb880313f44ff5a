using Provisioning.Sandbox.Arm.LongRunning;
using Provisioning.Sandbox.Arm.Operations;
using Provisioning.Sandbox.Arm.Resources;

namespace Provisioning.Sandbox.Arm.ContainerRegistry;

/// <summary>Begins the work behind a registry's PUT and PATCH.</summary>
internal static class RegistryWrite
{
    /// <summary>Shows the stored registry as being worked on, and where to follow the work.</summary>
    public static ArmResponse Begin(Draft draft, ArmResource stored, ArmRequest request, ArmWorld arm)
    {
        arm.Resources.Change(stored.ArmId, body => body.Open("properties")["provisioningState"] = draft.IsNew ? "Creating" : "Updating");
        var operation = arm.Operations.Start(stored.ArmId, arm.Sandbox.Options.Delays.RegistryOperation, new Settlement.Succeed());
        var view = arm.View(stored.ArmId) ?? throw new InvalidOperationException($"'{stored.Id}' was stored and is gone.");
        return ContainerRegistryTypes.Polling.Announce(
            ArmResponse.CreatedOrOk(draft.IsNew, view), operation, draft.Location, request, arm.Sandbox);
    }
}
