using Provisioning.Sandbox.Arm.Operations;

namespace Provisioning.Sandbox.Arm.ManagedIdentity;

/// <summary>Ends a trust. One write at a time for each identity, deletions included.</summary>
internal sealed class DeleteFederatedIdentityCredential() : DeleteResource(ManagedIdentityTypes.FederatedIdentityCredentials)
{
    /// <inheritdoc/>
    public override string? Exclusive(ArmRequest request) => request.Target.Parent.Key;

    /// <inheritdoc/>
    public override TimeSpan Duration(ArmWorld arm) => arm.Sandbox.Options.Delays.FederatedCredentialWrite;

    /// <inheritdoc/>
    public override ArmError Busy(ArmRequest request) => FederatedCredentialWrites.Busy(request.Target.Parent);

    /// <inheritdoc/>
    public override ArmResponse Invoke(ArmRequest request, ArmWorld arm)
    {
        var response = base.Invoke(request, arm);
        FederatedCredentialWrites.Publish(request.Target.Parent, arm);
        return response;
    }
}
