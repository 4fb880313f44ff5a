using Provisioning.Sandbox.Arm.LongRunning;

namespace Provisioning.Sandbox.Arm.ResourceGroups;

/// <summary>Where the deletion of a group is followed.</summary>
internal static class ResourceGroupPolling
{
    /// <summary>The <c>Location</c> of a deletion.</summary>
    public static PollingRoute Result { get; } = new(
        "/subscriptions/{subscriptionId}/operationresults/{operationId}",
        ArmTypes.ResourceGroups.Versions);

    /// <summary>Headers of a deletion.</summary>
    public static Polling Deletion { get; } = new(Status: null, Result);
}
