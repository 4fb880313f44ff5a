namespace Provisioning.Sandbox.Arm.KeyVault;

/// <summary>Reads a deleted vault that can come back.</summary>
internal sealed class GetDeletedVault() : ArmOperation(
    "GET", KeyVaultTypes.Locations + "deletedVaults/{vaultName}", KeyVaultTypes.Vaults.Versions, "Microsoft.KeyVault/locations/deletedVaults/read")
{
    /// <inheritdoc/>
    public override ArmResponse Invoke(ArmRequest request, ArmWorld arm) =>
        DeletedVaultView.Find(request, arm) is { } deleted
            ? ArmResponse.Ok(DeletedVaultView.Of(deleted))
            : new ArmError(404, "DeletedVaultNotFound", $"There is no deleted vault '{request.Route["vaultName"]}' in this region.");
}
