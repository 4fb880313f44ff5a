using System.Text.Json.Nodes;

namespace Provisioning.Sandbox.Arm.ContainerRegistry;

/// <summary>Checks the settings of registries and completes them with the service's defaults.</summary>
internal static class RegistryCheck
{
    private static readonly string[] PremiumFeatures = ["dataEndpointEnabled", "networkRuleSet", "encryption"];

    /// <summary>Why the body of a registry cannot be, or null.</summary>
    public static ArmError? Check(JsonObject body)
    {
        var sku = body.TextAt("sku", "name");
        if (sku is not ("Basic" or "Standard" or "Premium"))
            return ArmError.BadRequest("InvalidSku", $"The SKU '{sku}' of a registry is not Basic, Standard or Premium.", "sku.name");

        var properties = body.Open("properties");
        if (properties.TextAt("roleAssignmentMode") is not (null or "LegacyRegistryPermissions" or "AbacRepositoryPermissions"))
            return ArmError.Invalid($"The role assignment mode '{properties.TextAt("roleAssignmentMode")}' is not supported.", "properties.roleAssignmentMode");
        if (sku is "Basic" && properties.FlagAt("anonymousPullEnabled") is true)
            return ArmError.BadRequest("AnonymousPullNotSupportedForSku", "Anonymous pull needs the SKU Standard or Premium.", "properties.anonymousPullEnabled");

        return sku is "Premium"
            ? null
            : PremiumFeatures.Where(feature => properties.At(feature) is JsonObject || properties.FlagAt(feature) is true)
                .Select(feature => ArmError.BadRequest("FeatureNotSupportedForSku", $"'{feature}' needs the SKU Premium.", $"properties.{feature}"))
                .FirstOrDefault();
    }

    /// <summary>Adds what the service adds.</summary>
    /// <param name="body">The body of the registry.</param>
    /// <param name="apiVersion">Older versions do not know the role assignment mode and do not show it.</param>
    public static void Complete(JsonObject body, string apiVersion)
    {
        var properties = body.Open("properties");
        body.Open("sku")["tier"] = body.TextAt("sku", "name");
        properties.Default("adminUserEnabled", false);
        properties.Default("anonymousPullEnabled", false);
        properties.Default("dataEndpointEnabled", false);
        properties.Default("publicNetworkAccess", "Enabled");
        properties.Default("networkRuleBypassOptions", "AzureServices");
        properties.Default("zoneRedundancy", "Disabled");
        properties.Open("policies").Default("azureADAuthenticationAsArmPolicy", new JsonObject { ["status"] = "enabled" });
        if (string.CompareOrdinal(apiVersion, "2025-03") > 0)
            properties.Default("roleAssignmentMode", "LegacyRegistryPermissions");
    }
}
