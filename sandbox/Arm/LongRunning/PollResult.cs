namespace Provisioning.Sandbox.Arm.LongRunning;

/// <summary>A <c>Location</c> address.</summary>
/// <param name="route">Where.</param>
internal abstract class PollResult(PollingRoute route) : PollOperation(route)
{
    /// <inheritdoc/>
    protected sealed override ArmResponse Answer(LongRunningOperation operation, ArmRequest request, ArmWorld arm) =>
        ResultOf(operation, arm);
}
