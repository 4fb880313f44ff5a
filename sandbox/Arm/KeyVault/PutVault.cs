using Provisioning.Sandbox.Arm.LongRunning;
using Provisioning.Sandbox.Arm.Operations;

namespace Provisioning.Sandbox.Arm.KeyVault;

/// <summary>
/// Creates a vault under a name that nobody has, replaces its settings, or, with <c>createMode</c> recover, brings a deleted one back as
/// it was.
/// </summary>
internal sealed class PutVault() : PutResource(KeyVaultTypes.Vaults)
{
    /// <inheritdoc/>
    protected override ArmError NameTaken(string name, ArmId holder, ArmWorld arm) => arm.Resources.Find(holder) is null
        ? ArmError.Conflict("ConflictError", $"A deleted vault holds the name '{name}'. Recover it with createMode 'recover', or purge it.")
        : ArmError.Conflict("VaultAlreadyExists", $"The vault name '{name}' is already in use.");

    /// <inheritdoc/>
    protected override ArmResponse Write(Draft draft, ArmRequest request, ArmWorld arm)
    {
        if (VaultCheck.Check(draft) is { } invalid)
            return invalid;

        VaultCheck.Complete(draft, request, arm);
        return Finish(draft.Id, draft.IsNew, () => Store(draft, request, arm), arm);
    }

    /// <inheritdoc/>
    protected override ArmResponse? Recover(ArmRequest request, ArmWorld arm)
    {
        if (request.Body.TextAt("properties", "createMode") is not "recover")
            return null;

        var deleted = arm.Names.Holder(KeyVaultTypes.Vaults.Name, request.Target.Name);
        if (deleted is null || !deleted.Equals(request.Target) || arm.SoftDeleted.Recover(deleted) is not { } vault)
            return ArmError.NotFound(request.Target);
        return Finish(deleted, isNew: true, () => arm.Resources.Put(vault), arm);
    }

    private static ArmResponse Finish(ArmId id, bool isNew, Action store, ArmWorld arm)
    {
        store();
        if (isNew)
        {
            arm.Resources.Change(id, body => body.Open("properties")["provisioningState"] = "RegisteringDns");
            arm.Operations.Start(id, arm.Sandbox.Options.Delays.VaultOperation, new Settlement.Succeed());
        }
        else
        {
            arm.Resources.Change(id, body => body.Open("properties")["provisioningState"] = "Succeeded");
        }

        return ArmResponse.CreatedOrOk(isNew, arm.View(id) ?? throw new InvalidOperationException($"'{id}' was stored and is gone."));
    }
}
