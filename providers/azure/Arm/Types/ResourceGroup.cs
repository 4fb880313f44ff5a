using Provisioning.Providers.Azure.Resources;

namespace Provisioning.Providers.Azure.Arm.Types;

/// <summary>Microsoft.Resources/resourceGroups (go-azure-sdk resource-manager/resources).</summary>
internal static class ResourceGroup
{
    /// <summary>The type. Its output <c>properties</c> is not flattened; deletes are long-running.</summary>
    public static ArmResourceType Type { get; } = new()
    {
        Token = "azure-native:resources:ResourceGroup",
        Noun = "resource group",
        ApiVersion = "2024-03-01",
        Path = PathTemplate.Parse("/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}"),
        AutoName = AutoName.Random,
        Name = new NameRule(@"^[-\w._()]{0,89}[-\w_()]$", "1 to 90 letters, digits, '-', '_', '.', '(' or ')', not ending in '.'"),
        Envelope = ["location", "managedBy", "tags"],
        Flattens = false,
        Replaces = ["location", "managedBy"],
        AwaitsGone = true,
    };
}
