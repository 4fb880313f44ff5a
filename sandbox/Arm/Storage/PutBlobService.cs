using Provisioning.Sandbox.Arm.Operations;

namespace Provisioning.Sandbox.Arm.Storage;

/// <summary>Replaces the settings of an account's blob service. It always exists, so the answer is 200.</summary>
internal sealed class PutBlobService() : PutResource(StorageTypes.BlobServices)
{
    /// <inheritdoc/>
    protected override ArmResponse Write(Draft draft, ArmRequest request, ArmWorld arm)
    {
        foreach (var (name, value) in BlobServiceDefaults.Create().Open("properties"))
            draft.Properties.Default(name, value?.DeepClone());
        return ArmResponse.Ok(StorageTypes.BlobServices.View(Store(draft, request, arm), arm));
    }
}
