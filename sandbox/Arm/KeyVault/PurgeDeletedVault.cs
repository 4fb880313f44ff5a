using Provisioning.Sandbox.Arm.LongRunning;

namespace Provisioning.Sandbox.Arm.KeyVault;

/// <summary>Deletes a deleted vault for good, unless it is protected against that.</summary>
internal sealed class PurgeDeletedVault() : ArmOperation(
    "POST",
    KeyVaultTypes.Locations + "deletedVaults/{vaultName}/purge",
    KeyVaultTypes.Vaults.Versions,
    "Microsoft.KeyVault/locations/deletedVaults/purge/action")
{
    /// <inheritdoc/>
    public override ArmResponse Invoke(ArmRequest request, ArmWorld arm)
    {
        if (DeletedVaultView.Find(request, arm) is not { } deleted)
            return new ArmError(404, "DeletedVaultNotFound", $"There is no deleted vault '{request.Route["vaultName"]}' in this region.");
        if (deleted.Resource.Open().FlagAt("properties", "enablePurgeProtection") is true)
            return ArmError.BadRequest("DeletedVaultPurge", $"The deleted vault '{deleted.Resource.ArmId.Name}' is protected against purging. It goes by itself when its time is over.");

        var operation = arm.Operations.Start(deleted.Resource.ArmId, arm.Sandbox.Options.Delays.VaultOperation, new Settlement.Purge());
        return KeyVaultTypes.Purge.Announce(new ArmResponse(202), operation, request.Route["location"], request, arm.Sandbox);
    }
}
