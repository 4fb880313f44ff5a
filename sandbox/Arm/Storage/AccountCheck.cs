using System.Text.Json.Nodes;
using Provisioning.Sandbox.Arm.Operations;

namespace Provisioning.Sandbox.Arm.Storage;

/// <summary>Checks the settings of storage accounts and completes them with the service's defaults.</summary>
internal static class AccountCheck
{
    private static readonly string[] Kinds = ["StorageV2", "BlobStorage", "BlockBlobStorage", "FileStorage", "Storage"];
    private static readonly string[] CreateOnly =
        ["isHnsEnabled", "isNfsV3Enabled", "dnsEndpointType", "immutableStorageWithVersioning", "extendedLocation"];

    /// <summary>Why an account cannot be, or null.</summary>
    public static ArmError? Check(Draft draft)
    {
        if (draft.Body.TextAt("sku", "name") is not { } sku || !(sku.StartsWith("Standard", StringComparison.Ordinal) || sku.StartsWith("Premium_", StringComparison.Ordinal)))
            return ArmError.BadRequest("InvalidValue", $"The SKU '{draft.Body.TextAt("sku", "name")}' of a storage account is not supported.", "sku.name");
        if (draft.Body.TextAt("kind") is not { } kind || !Kinds.Contains(kind))
            return ArmError.BadRequest("InvalidValue", $"The kind '{draft.Body.TextAt("kind")}' of a storage account is not supported.", "kind");

        var before = draft.Existing?.Open();
        if (before.TextAt("kind") is { } old && old != kind && (old, kind) is not ("Storage", "StorageV2"))
            return ArmError.BadRequest("AccountPropertyCannotBeUpdated", $"The kind of the storage account cannot change from '{old}' to '{kind}'.", "kind");
        if (before.TextAt("sku", "name")?.Split('_')[0] is { } tier && tier != sku.Split('_')[0])
            return ArmError.BadRequest("AccountPropertyCannotBeUpdated", $"The performance tier of the storage account cannot change from '{tier}'.", "sku.name");
        return draft.FirstChange(CreateOnly) is { } property
            ? ArmError.BadRequest("AccountPropertyCannotBeUpdated", $"The property '{property}' of a storage account is chosen when it is made and cannot change.", $"properties.{property}")
            : null;
    }

    /// <summary>Adds what the service adds. An absent <c>allowSharedKeyAccess</c> stays absent and means true.</summary>
    public static void Complete(Draft draft, ArmRequest request, ArmWorld arm)
    {
        var address = DataPlaneAddresses.Storage(arm.Sandbox, draft.Id.Name);
        var properties = draft.Properties;
        draft.Body.Open("sku")["tier"] = draft.Body.TextAt("sku", "name")?.Split('_')[0].Replace("StandardV2", "Standard", StringComparison.Ordinal);
        properties["primaryEndpoints"] = new JsonObject { ["blob"] = address, ["dfs"] = address };
        properties["primaryLocation"] = draft.Location;
        properties["statusOfPrimary"] = "available";
        draft.Keep("creationTime", () => AzureTime.Text(request.At));
        properties.Default("supportsHttpsTrafficOnly", true);
        properties.Default("minimumTlsVersion", "TLS1_0");
        properties.Default("allowBlobPublicAccess", false);
        properties.Default("accessTier", "Hot");
        properties.Default("networkAcls", new JsonObject
        {
            ["bypass"] = "AzureServices",
            ["virtualNetworkRules"] = new JsonArray(),
            ["ipRules"] = new JsonArray(),
            ["defaultAction"] = "Allow",
        });
        properties.Default("encryption", new JsonObject
        {
            ["services"] = new JsonObject { ["blob"] = new JsonObject { ["keyType"] = "Account", ["enabled"] = true } },
            ["keySource"] = "Microsoft.Storage",
        });
    }
}
