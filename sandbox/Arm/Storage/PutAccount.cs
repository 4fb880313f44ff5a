using Provisioning.Sandbox.Arm.Identity;
using Provisioning.Sandbox.Arm.LongRunning;
using Provisioning.Sandbox.Arm.Operations;

namespace Provisioning.Sandbox.Arm.Storage;

/// <summary>Creates a storage account under a name that nobody has, or replaces its settings, which is done at once.</summary>
internal sealed class PutAccount() : PutResource(StorageTypes.Accounts)
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> LinkedPermissions => [IdentityBlock.AssignAction];

    /// <inheritdoc/>
    public override IEnumerable<LinkedAccess> LinkedAccess(ArmRequest request, ArmWorld arm) => IdentityBlock.LinkedAccess(request.Body);

    /// <inheritdoc/>
    public override ArmError Busy(ArmRequest request) =>
        ArmError.Conflict("StorageAccountOperationInProgress", $"The storage account '{request.Target.Name}' is still being made. Retry when that has finished.");

    /// <inheritdoc/>
    protected override ArmError NameTaken(string name, ArmId holder, ArmWorld arm) => arm.Resources.Find(holder) is null
        ? ArmError.Conflict("StorageAccountAlreadyTaken", $"The storage account name '{name}' is taken. Choose another.")
        : ArmError.Conflict("StorageAccountInAnotherResourceGroup", $"The storage account '{name}' exists in your resource group '{holder.ResourceGroup}'.");

    /// <inheritdoc/>
    protected override ArmResponse Write(Draft draft, ArmRequest request, ArmWorld arm)
    {
        if (AccountCheck.Check(draft) is { } invalid)
            return invalid;
        if (IdentityBlock.Apply(draft, request.Body.ObjectAt("identity"), StorageTypes.Identity, draft.Id.Name, arm) is { } refusal)
            return refusal;

        AccountCheck.Complete(draft, request, arm);
        draft.Properties["provisioningState"] = draft.IsNew ? "Creating" : "Succeeded";
        var account = Store(draft, request, arm);
        if (!draft.IsNew)
            return ArmResponse.Ok(StorageTypes.Accounts.View(account, arm));

        arm.Resources.Write(draft.Id.Append("blobServices/default"), BlobServiceDefaults.Create(), request);
        var operation = arm.Operations.Start(draft.Id, arm.Sandbox.Options.Delays.StorageOperation, new Settlement.Succeed());
        return StorageTypes.Creation.Announce(new ArmResponse(202), operation, draft.Location, request, arm.Sandbox);
    }
}
