using Provisioning.Providers.Azure.Resources;

namespace Provisioning.Providers.Azure.Arm.Types;

/// <summary>Microsoft.ManagedIdentity/userAssignedIdentities (bicep-types-az, generated/msi).</summary>
internal static class UserAssignedIdentity
{
    /// <summary>The path of one identity.</summary>
    public const string Path =
        "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/{resourceName}";

    /// <summary>The type. All operations are synchronous.</summary>
    public static ArmResourceType Type { get; } = new()
    {
        Token = "azure-native:managedidentity:UserAssignedIdentity",
        Noun = "user-assigned identity",
        ApiVersion = "2023-01-31",
        Path = PathTemplate.Parse(Path),
        AutoName = AutoName.Random,
        Name = new NameRule("^[a-zA-Z0-9][a-zA-Z0-9_-]{2,127}$", "3 to 128 letters, digits, '-' or '_', starting with a letter or digit"),
        Envelope = ["location", "tags"],
        Replaces = ["location"],
    };
}
