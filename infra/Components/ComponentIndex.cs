using Provisioning.Infra.Access;
using Provisioning.Infra.Model;
using Pulumi;

namespace Provisioning.Infra.Components;

/// <summary>The components that exist so far, by the entry they stand for.</summary>
internal sealed class ComponentIndex
{
    private readonly Dictionary<string, ComponentResource> components = new(StringComparer.Ordinal);

    /// <summary>Adds the component of an entry.</summary>
    public void Add(Entry entry, ComponentResource component) => components.Add(entry.Address, component);

    /// <summary>The Azure resource of an entry.</summary>
    public IAzureComponent Of(Entry entry) => Find<IAzureComponent>(entry.Address);

    /// <summary>The principal.</summary>
    /// <exception cref="InvalidOperationException">The principal is not one that the document declares as an identity.</exception>
    public IPrincipalComponent Of(Principal principal) => Find<IPrincipalComponent>(principal.Address);

    /// <summary>The component of a managed identity.</summary>
    public IdentityComponent Identity(Identity identity) => Find<IdentityComponent>(identity.Address);

    /// <summary>The component of a registry.</summary>
    public RegistryComponent Registry(Registry registry) => Find<RegistryComponent>(registry.Address);

    /// <summary>The component of a storage account.</summary>
    public StorageComponent Storage(StorageAccount account) => Find<StorageComponent>(account.Address);

    /// <summary>The component of a vault.</summary>
    public VaultComponent Vault(Vault vault) => Find<VaultComponent>(vault.Address);

    /// <summary>The component of a workspace.</summary>
    public WorkspaceComponent Workspace(Workspace workspace) => Find<WorkspaceComponent>(workspace.Address);

    /// <summary>The component of a cluster.</summary>
    public ClusterComponent Cluster(Cluster cluster) => Find<ClusterComponent>(cluster.Address);

    /// <summary>The component that shows what belongs to a principal; null for one that the document does not declare.</summary>
    public ComponentResource? OwnerOf(Principal principal) => principal switch
    {
        Principal.Directory => null,
        Principal.Kubelet kubelet => Cluster(kubelet.Cluster),
        _ => Find<ComponentResource>(principal.Address),
    };

    private T Find<T>(string address) =>
        components.TryGetValue(address, out var component) && component is T found
            ? found
            : throw new InvalidOperationException($"{address} has no {typeof(T).Name} yet; the order of creation is wrong.");
}
