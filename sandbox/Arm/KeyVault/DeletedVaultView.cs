using System.Text.Json.Nodes;
using Provisioning.Sandbox.Arm.Resources;

namespace Provisioning.Sandbox.Arm.KeyVault;

/// <summary>Deleted vaults as answers show them.</summary>
internal static class DeletedVaultView
{
    /// <summary>One deleted vault.</summary>
    public static JsonObject Of(SoftDeletedResource deleted)
    {
        var body = deleted.Resource.Open();
        var id = deleted.Resource.ArmId;
        return new JsonObject
        {
            ["id"] = $"/subscriptions/{id.SubscriptionId}/providers/Microsoft.KeyVault/locations/{body.TextAt("location")}/deletedVaults/{id.Name}",
            ["name"] = id.Name,
            ["type"] = "Microsoft.KeyVault/deletedVaults",
            ["properties"] = new JsonObject
            {
                ["vaultId"] = id.Value,
                ["location"] = body.TextAt("location"),
                ["deletionDate"] = AzureTime.Text(deleted.DeletedAt),
                ["scheduledPurgeDate"] = AzureTime.Text(deleted.PurgeAt),
                ["tags"] = body.At("tags")?.DeepClone() ?? new JsonObject(),
                ["purgeProtectionEnabled"] = body.FlagAt("properties", "enablePurgeProtection"),
            },
        };
    }

    /// <summary>The deleted vault a request names, or null.</summary>
    public static SoftDeletedResource? Find(ArmRequest request, ArmWorld arm) =>
        arm.Names.Holder(KeyVaultTypes.Vaults.Name, request.Route["vaultName"]) is { } id
        && arm.SoftDeleted.Find(id) is { } deleted
        && deleted.Resource.Open().TextAt("location") == AzureLocation.Normalize(request.Route["location"])
            ? deleted
            : null;
}
