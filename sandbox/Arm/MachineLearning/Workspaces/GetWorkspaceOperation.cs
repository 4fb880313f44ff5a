using Provisioning.Sandbox.Arm.LongRunning;

namespace Provisioning.Sandbox.Arm.MachineLearning.Workspaces;

/// <summary>Looks after a workspace's operation, as status or as result, whichever the address asks for.</summary>
internal sealed class GetWorkspaceOperation() : PollOperation(MachineLearningTypes.WorkspaceStatus)
{
    /// <inheritdoc/>
    protected override ArmResponse Answer(LongRunningOperation operation, ArmRequest request, ArmWorld arm) =>
        request.Query.GetValueOrDefault("type") is "async" ? StatusOf(operation, request, arm) : ResultOf(operation, arm);
}
