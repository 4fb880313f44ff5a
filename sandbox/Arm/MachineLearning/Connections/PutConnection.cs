using Provisioning.Sandbox.Arm.Identity;
using Provisioning.Sandbox.Arm.Operations;

namespace Provisioning.Sandbox.Arm.MachineLearning.Connections;

/// <summary>Creates or replaces a connection. Answers 200 in both cases.</summary>
internal sealed class PutConnection() : PutResource(MachineLearningTypes.Connections)
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> LinkedPermissions => [IdentityBlock.AssignAction];

    /// <inheritdoc/>
    public override IEnumerable<LinkedAccess> LinkedAccess(ArmRequest request, ArmWorld arm) => ConnectionWrite.LinkedAccess(request.Body);

    /// <inheritdoc/>
    protected override ArmResponse Write(Draft draft, ArmRequest request, ArmWorld arm) =>
        ConnectionWrite.Check(draft.Properties, arm) is { } refusal ? refusal : ConnectionWrite.Store(draft, request, arm);
}
