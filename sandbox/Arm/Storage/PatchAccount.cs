using Provisioning.Sandbox.Arm.Identity;
using Provisioning.Sandbox.Arm.Operations;

namespace Provisioning.Sandbox.Arm.Storage;

/// <summary>Changes the settings of a storage account, at once.</summary>
internal sealed class PatchAccount() : PatchResource(
    StorageTypes.Accounts,
    "accessTier", "allowBlobPublicAccess", "allowCrossTenantReplication", "allowedCopyScope", "allowSharedKeyAccess", "defaultToOAuthAuthentication",
    "encryption", "isLocalUserEnabled", "isSftpEnabled", "keyPolicy", "minimumTlsVersion", "networkAcls", "publicNetworkAccess", "sasPolicy",
    "supportsHttpsTrafficOnly")
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> LinkedPermissions => [IdentityBlock.AssignAction];

    /// <inheritdoc/>
    public override IEnumerable<LinkedAccess> LinkedAccess(ArmRequest request, ArmWorld arm) => IdentityBlock.LinkedAccess(request.Body);

    /// <inheritdoc/>
    protected override ArmResponse Write(Draft draft, ArmRequest request, ArmWorld arm)
    {
        if (AccountCheck.Check(draft) is { } invalid)
            return invalid;
        if (request.Body.ObjectAt("identity") is { } identity
            && IdentityBlock.Apply(draft, identity, StorageTypes.Identity, draft.Id.Name, arm) is { } refusal)
        {
            return refusal;
        }

        return base.Write(draft, request, arm);
    }
}
