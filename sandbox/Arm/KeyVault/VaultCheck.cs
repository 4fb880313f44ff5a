using System.Text.Json.Nodes;
using Provisioning.Sandbox.Arm.Operations;

namespace Provisioning.Sandbox.Arm.KeyVault;

/// <summary>Checks the settings of vaults and completes them with the service's defaults.</summary>
internal static class VaultCheck
{
    private const string RolesByDefault = "2026-02-01";
    private const int MaximumPolicies = 1024;

    /// <summary>Why a vault cannot be, or null.</summary>
    public static ArmError? Check(Draft draft)
    {
        var properties = draft.Properties;
        if (properties.TextAt("tenantId") is not { } tenant || !Guid.TryParse(tenant, out _))
            return ArmError.Invalid("A vault needs the tenant that it trusts, as a GUID.", "properties.tenantId");
        if (properties.TextAt("sku", "family") is not "A" || properties.TextAt("sku", "name")?.ToLowerInvariant() is not ("standard" or "premium"))
            return ArmError.Invalid("The SKU of a vault is of family A and named standard or premium.", "properties.sku");
        if (properties.FlagAt("enableSoftDelete") is false)
            return ArmError.Invalid("Soft deletion of a vault cannot be turned off.", "properties.enableSoftDelete");
        if (properties.FlagAt("enablePurgeProtection") is false)
            return ArmError.Invalid("Purge protection of a vault is turned on or not mentioned; it cannot be turned off.", "properties.enablePurgeProtection");
        if (properties.NumberAt("softDeleteRetentionInDays") is < 7 or > 90)
            return ArmError.Invalid("A deleted vault is kept for 7 to 90 days.", "properties.softDeleteRetentionInDays");
        if (draft.FirstChange("softDeleteRetentionInDays") is not null)
            return ArmError.Invalid("How long a deleted vault is kept cannot change.", "properties.softDeleteRetentionInDays");
        if (properties.FlagAt("enableRbacAuthorization") is not true && properties.At("accessPolicies") is not JsonArray && draft.IsNew)
            return ArmError.Invalid("A vault needs access policies. Send an empty list when it uses roles.", "properties.accessPolicies");
        return properties.At("accessPolicies") is JsonArray { Count: > MaximumPolicies }
            ? ArmError.Invalid($"A vault has at most {MaximumPolicies} access policies.", "properties.accessPolicies")
            : null;
    }

    /// <summary>Adds what the service adds. Whether roles rule by default depends on the API version.</summary>
    public static void Complete(Draft draft, ArmRequest request, ArmWorld arm)
    {
        var properties = draft.Properties;
        var byRoles = draft.Current.FlagAt("enableRbacAuthorization") ?? string.CompareOrdinal(request.ApiVersion, RolesByDefault) >= 0;
        properties.Remove("createMode");
        properties.Default("enableRbacAuthorization", byRoles);
        properties.Default("accessPolicies", draft.Current.At("accessPolicies")?.DeepClone() ?? new JsonArray());
        properties.Default("enableSoftDelete", true);
        properties.Default("softDeleteRetentionInDays", 90);
        properties.Default("publicNetworkAccess", "Enabled");
        properties.Default("enabledForDeployment", false);
        if (draft.Current.FlagAt("enablePurgeProtection") is true)
            properties["enablePurgeProtection"] = true;
        properties["vaultUri"] = DataPlaneAddresses.Vault(arm.Sandbox, draft.Id.Name);
    }
}
