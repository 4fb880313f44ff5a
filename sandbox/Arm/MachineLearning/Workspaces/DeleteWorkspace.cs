using Provisioning.Sandbox.Arm.LongRunning;
using Provisioning.Sandbox.Arm.Operations;

namespace Provisioning.Sandbox.Arm.MachineLearning.Workspaces;

/// <summary>Deletes a workspace softly; with <c>forceToPurge=true</c> for good, also one that was deleted softly before.</summary>
internal sealed class DeleteWorkspace() : DeleteResource(MachineLearningTypes.Workspaces, MachineLearningTypes.WorkspaceDeletion)
{
    /// <inheritdoc/>
    public override ArmResponse Invoke(ArmRequest request, ArmWorld arm)
    {
        var purges = string.Equals(request.Query.GetValueOrDefault("forceToPurge"), "true", StringComparison.OrdinalIgnoreCase);
        var location = arm.Resources.Find(request.Target)?.Open().TextAt("location")
            ?? arm.SoftDeleted.Find(request.Target)?.Resource.Open().TextAt("location");
        if (!purges || location is null)
            return base.Invoke(request, arm);
        if (arm.Operations.IsBusy(request.Target))
            return Busy(request);

        arm.Resources.Change(request.Target, body => body.Open("properties")["provisioningState"] = "Deleting");
        var operation = arm.Operations.Start(request.Target, Takes(arm), new Settlement.Purge());
        return MachineLearningTypes.WorkspaceDeletion.Announce(new ArmResponse(202), operation, location, request, arm.Sandbox);
    }

    /// <inheritdoc/>
    protected override TimeSpan Takes(ArmWorld arm) => arm.Sandbox.Options.Delays.WorkspaceOperation;
}
