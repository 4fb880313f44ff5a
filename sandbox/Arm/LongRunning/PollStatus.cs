namespace Provisioning.Sandbox.Arm.LongRunning;

/// <summary>An <c>Azure-AsyncOperation</c> address.</summary>
/// <param name="route">Where.</param>
internal abstract class PollStatus(PollingRoute route) : PollOperation(route)
{
    /// <inheritdoc/>
    protected sealed override ArmResponse Answer(LongRunningOperation operation, ArmRequest request, ArmWorld arm) =>
        StatusOf(operation, request, arm);
}
