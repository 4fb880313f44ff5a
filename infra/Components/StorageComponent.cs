using Pulumi;
using Pulumi.AzureNative.Storage;
using Pulumi.AzureNative.Storage.Inputs;

namespace Provisioning.Infra.Components;

/// <summary>A storage account and its blob containers.</summary>
internal sealed class StorageComponent : ComponentResource, IAzureComponent
{
    private readonly Dictionary<string, Output<string>> containers = new(StringComparer.Ordinal);

    /// <summary>Creates the account and its containers, or reads the account.</summary>
    public StorageComponent(Model.StorageAccount account, AzureTarget target)
        : base(ComponentTypes.Storage, account.Name)
    {
        if (account.Existing is { } existing)
        {
            var resource = StorageAccount.Get(account.Name, target.Id(existing), AzureTarget.ChildOf(this));
            (ResourceId, BlobEndpoint) = (resource.Id, BlobsOf(resource));
        }
        else
        {
            var resource = Create(account, target);
            (ResourceId, BlobEndpoint) = (resource.Id, BlobsOf(resource));
            foreach (var container in account.Containers)
            {
                containers[container] = new BlobContainer($"{account.Name}-{container}", new BlobContainerArgs
                {
                    ResourceGroupName = target.ResourceGroupName,
                    AccountName = resource.Name,
                    ContainerName = container,
                    PublicAccess = PublicAccess.None,
                }, AzureTarget.ChildOf(this)).Id;
            }
        }

        RegisterOutputs(new Dictionary<string, object?> { ["resourceId"] = ResourceId });
    }

    /// <inheritdoc/>
    public Output<string> ResourceId { get; }

    /// <summary>Base address of the account's blobs, with a slash at the end.</summary>
    public Output<string> BlobEndpoint { get; }

    /// <summary>Id of a container, created or expected to exist.</summary>
    public Output<string> ContainerId(string name) =>
        containers.TryGetValue(name, out var created)
            ? created
            : ResourceId.Apply(account => $"{account}/blobServices/default/containers/{name}");

    private static Output<string> BlobsOf(StorageAccount account) => account.PrimaryEndpoints.Apply(endpoints => endpoints.Blob);

    private StorageAccount Create(Model.StorageAccount account, AzureTarget target) => new(account.Name, new StorageAccountArgs
    {
        ResourceGroupName = target.ResourceGroupName,
        AccountName = account.AzureName,
        Location = account.Location,
        Kind = Kind.StorageV2,
        Sku = new SkuArgs { Name = account.Sku },
        AllowSharedKeyAccess = account.SharedKeys,
        DefaultToOAuthAuthentication = !account.SharedKeys,
        AllowBlobPublicAccess = false,
        IsHnsEnabled = account.HierarchicalNamespace,
        EnableHttpsTrafficOnly = true,
        MinimumTlsVersion = MinimumTlsVersion.TLS1_2,
        PublicNetworkAccess = OutputValues.Enabled(account.PublicNetworkAccess),
        Tags = account.Tags.ToDictionary(),
    }, AzureTarget.ChildOf(this));
}
