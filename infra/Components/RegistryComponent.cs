using Pulumi;
using Pulumi.AzureNative.ContainerRegistry;
using Pulumi.AzureNative.ContainerRegistry.Inputs;

namespace Provisioning.Infra.Components;

/// <summary>A container registry.</summary>
internal sealed class RegistryComponent : ComponentResource, IAzureComponent
{
    /// <summary>Creates or reads the registry.</summary>
    public RegistryComponent(Model.Registry registry, AzureTarget target)
        : base(ComponentTypes.Registry, registry.Name)
    {
        var options = new CustomResourceOptions { Parent = this };
        var resource = registry.Existing is { } existing
            ? Registry.Get(registry.Name, target.Id(existing), options)
            : new Registry(registry.Name, new RegistryArgs
            {
                ResourceGroupName = target.ResourceGroupName,
                RegistryName = registry.AzureName,
                Location = registry.Location,
                Sku = new SkuArgs { Name = registry.Sku },
                AdminUserEnabled = registry.AdminUser,
                PublicNetworkAccess = OutputValues.Enabled(registry.PublicNetworkAccess),
                Tags = registry.Tags.ToDictionary(),
            }, options);
        (ResourceId, LoginServer) = (resource.Id, resource.LoginServer);
        RegisterOutputs(new Dictionary<string, object?> { ["resourceId"] = ResourceId, ["loginServer"] = LoginServer });
    }

    /// <inheritdoc/>
    public Output<string> ResourceId { get; }

    /// <summary>Host name that images are pulled from. Azure decides it; it cannot be made from the registry's name.</summary>
    public Output<string> LoginServer { get; }
}
