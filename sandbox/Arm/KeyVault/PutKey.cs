using Provisioning.Sandbox.Arm.Operations;

namespace Provisioning.Sandbox.Arm.KeyVault;

/// <summary>Makes a key with its first version. One that is there is answered as it is; Resource Manager makes no further versions.</summary>
internal sealed class PutKey() : PutResource(KeyVaultTypes.Keys)
{
    /// <inheritdoc/>
    protected override ArmResponse Write(Draft draft, ArmRequest request, ArmWorld arm)
    {
        if (draft.Existing is { } existing)
            return ArmResponse.Ok(KeyVaultTypes.Keys.View(existing, arm));
        if (draft.Properties.TextAt("kty") is not { } kind || !VaultKey.Kinds.Contains(kind))
            return ArmError.Invalid($"A key is of one of the kinds {string.Join(", ", VaultKey.Kinds)}.", "properties.kty");

        draft.Body["properties"] = VaultKey.Create(draft.Id, draft.Properties, arm);
        return ArmResponse.Ok(KeyVaultTypes.Keys.View(Store(draft, request, arm), arm));
    }
}
