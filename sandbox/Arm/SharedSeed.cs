using Provisioning.Sandbox.Arm.ContainerRegistry;
using Provisioning.Sandbox.Registry;

namespace Provisioning.Sandbox.Arm;

/// <summary>The part of a new sandbox that stands for another team's subscription: a registry with an image that stacks pull.</summary>
internal static class SharedSeed
{
    /// <summary>The resource group.</summary>
    public const string Group = "images";

    /// <summary>The registry, without admin user.</summary>
    public const string Registry = "acrsharedimages";

    /// <summary>Puts it there.</summary>
    public static void Plant(ArmRequest request, ArmWorld arm)
    {
        var group = ArmId.Parse($"/subscriptions/{SandboxOptions.SharedSubscriptionId}/resourceGroups/{Group}");
        arm.Resources.Write(group, ArmSeed.Body("Succeeded"), request);
        var registry = group.Append($"providers/{ContainerRegistryTypes.Registries.Name}/{Registry}");
        BaseImage.Push(
            new RegistryContent(arm.Sandbox.World),
            ServiceRegistry.Create(registry, "westeurope", "Standard", adminUser: false, request, arm),
            PlatformSeed.Image,
            PlatformSeed.ImageTag);
    }
}
