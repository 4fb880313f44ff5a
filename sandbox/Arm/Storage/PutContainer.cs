using Provisioning.Sandbox.Arm.Operations;

namespace Provisioning.Sandbox.Arm.Storage;

/// <summary>Creates a container, or replaces its settings.</summary>
internal sealed class PutContainer() : PutResource(StorageTypes.Containers)
{
    /// <inheritdoc/>
    protected override ArmResponse Write(Draft draft, ArmRequest request, ArmWorld arm)
    {
        var account = arm.Resources.Find(draft.Id.Parent.Parent);
        var access = draft.Properties.TextAt("publicAccess") ?? "None";
        if (access is not ("None" or "Blob" or "Container"))
            return ArmError.BadRequest("InvalidValue", $"The public access '{access}' is not None, Blob or Container.", "properties.publicAccess");
        if (access is not "None" && account?.Open().FlagAt("properties", "allowBlobPublicAccess") is not true)
            return ArmError.Conflict("PublicAccessNotPermitted", "The storage account does not allow public access to its containers.");

        draft.Properties["publicAccess"] = access;
        draft.Properties["lastModifiedTime"] = AzureTime.Text(request.At);
        draft.Properties["leaseStatus"] = "Unlocked";
        draft.Properties["leaseState"] = "Available";
        draft.Properties["hasImmutabilityPolicy"] = false;
        draft.Properties["hasLegalHold"] = false;
        return ArmResponse.CreatedOrOk(draft.IsNew, StorageTypes.Containers.View(Store(draft, request, arm), arm));
    }
}
