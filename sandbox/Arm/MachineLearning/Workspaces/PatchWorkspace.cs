using Provisioning.Sandbox.Arm.Identity;
using Provisioning.Sandbox.Arm.Operations;

namespace Provisioning.Sandbox.Arm.MachineLearning.Workspaces;

/// <summary>Changes what the service lets be changed of a workspace.</summary>
internal sealed class PatchWorkspace() : PatchResource(
    MachineLearningTypes.Workspaces,
    "applicationInsights", "containerRegistry", "description", "enableDataIsolation", "encryption", "featureStoreSettings", "friendlyName",
    "imageBuildCompute", "managedNetwork", "primaryUserAssignedIdentity", "publicNetworkAccess", "serverlessComputeSettings",
    "serviceManagedResourcesSettings", "systemDatastoresAuthMode", "v1LegacyMode")
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> LinkedPermissions => [IdentityBlock.AssignAction, .. WorkspaceDependencies.LinkedPermissions];

    /// <inheritdoc/>
    public override IEnumerable<LinkedAccess> LinkedAccess(ArmRequest request, ArmWorld arm) =>
        [.. IdentityBlock.LinkedAccess(request.Body), .. WorkspaceDependencies.LinkedAccess(request.Body)];

    /// <inheritdoc/>
    public override ArmError Busy(ArmRequest request) =>
        ArmError.Conflict("Conflict", $"The workspace '{request.Target.Name}' is being changed. Retry when that has finished.");

    /// <inheritdoc/>
    protected override ArmResponse Write(Draft draft, ArmRequest request, ArmWorld arm)
    {
        if (WorkspaceDependencies.Check(draft.Properties, draft.Body.TextAt("kind"), arm) is { } missing)
            return missing;
        if (request.Body.ObjectAt("identity") is { } identity && WorkspaceWrite.ApplyIdentity(draft, identity, arm) is { } refusal)
            return refusal;
        return WorkspaceWrite.Begin(draft, request, arm);
    }
}
