using Provisioning.Sandbox.Arm.Operations;

namespace Provisioning.Sandbox.Arm.KeyVault;

/// <summary>Changes the settings of a vault, at once.</summary>
internal sealed class PatchVault() : PatchResource(
    KeyVaultTypes.Vaults,
    "tenantId", "sku", "accessPolicies", "enabledForDeployment", "enabledForDiskEncryption", "enabledForTemplateDeployment",
    "enableRbacAuthorization", "enableSoftDelete", "enablePurgeProtection", "softDeleteRetentionInDays", "networkAcls", "publicNetworkAccess")
{
    /// <inheritdoc/>
    protected override ArmResponse Write(Draft draft, ArmRequest request, ArmWorld arm)
    {
        if (VaultCheck.Check(draft) is { } invalid)
            return invalid;
        return base.Write(draft, request, arm);
    }
}
