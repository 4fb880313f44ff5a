using System.Text.Json.Nodes;
using Provisioning.Sandbox.Arm.Operations;

namespace Provisioning.Sandbox.Arm.KeyVault;

/// <summary>Writes a secret by Resource Manager. Its value goes to the vault and never comes back on this way.</summary>
internal sealed class PutSecret() : PutResource(KeyVaultTypes.Secrets)
{
    /// <inheritdoc/>
    protected override ArmResponse Write(Draft draft, ArmRequest request, ArmWorld arm)
    {
        if (draft.Properties.TextAt("value") is not { } value)
            return ArmError.Invalid("A secret needs a value.", "properties.value");

        var version = Convert.ToHexStringLower(arm.Sandbox.Random.NextBytes(16));
        var address = $"{DataPlaneAddresses.Vault(arm.Sandbox, draft.Id.Parent.Name)}secrets/{draft.Id.Name}";
        draft.Properties.Remove("value");
        draft.Properties.Open("attributes").Default("enabled", true);
        draft.Properties["secretUri"] = address;
        draft.Properties["secretUriWithVersion"] = $"{address}/{version}";
        var secret = Store(draft, request, arm, new JsonObject { ["value"] = value, ["version"] = version });
        return ArmResponse.CreatedOrOk(draft.IsNew, KeyVaultTypes.Secrets.View(secret, arm));
    }
}
