namespace Provisioning.Sandbox.Arm.KeyVault;

/// <summary>Lists the deleted vaults that can come back.</summary>
internal sealed class ListDeletedVaults() : ArmOperation(
    "GET", ArmResourceType.SubscriptionRoute + "/providers/Microsoft.KeyVault/deletedVaults", KeyVaultTypes.Vaults.Versions, "Microsoft.KeyVault/deletedVaults/read")
{
    /// <inheritdoc/>
    public override ArmResponse Invoke(ArmRequest request, ArmWorld arm)
    {
        var vaults = arm.SoftDeleted.All().Where(deleted =>
            deleted.Resource.ArmId.IsOfType(KeyVaultTypes.Vaults.Name) && deleted.Resource.ArmId.IsWithin(arm.SubscriptionOf(request.Target)));
        return Page.Of(vaults.OrderBy(deleted => deleted.Resource.Id, StringComparer.OrdinalIgnoreCase).Select(DeletedVaultView.Of), request, arm);
    }
}
