using Provisioning.Infra.Model;

namespace Provisioning.Infra.Access;

/// <summary>Where a role holds: always the narrowest place that serves.</summary>
public abstract record AccessScope
{
    private const string GroupAddress = "resourceGroup";

    private AccessScope()
    {
    }

    /// <summary>How the document calls it, such as <c>storage.data/datasets</c>; the id of one it does not declare.</summary>
    public abstract string Address { get; }

    /// <summary>The existing resource that it is, or is part of; null for what the stack creates.</summary>
    public virtual ArmId? Existing => null;

    /// <summary>Addresses of all scopes that may cover this one, itself included.</summary>
    internal IEnumerable<string> AddressesAbove => this switch
    {
        Container container => [Address, container.Account.Address, GroupAddress],
        Secret secret => [Address, secret.Vault.Address, GroupAddress],
        Resource => [Address, GroupAddress],
        _ => [Address],
    };

    /// <summary>The subscription of the stack.</summary>
    public sealed record Subscription : AccessScope
    {
        /// <inheritdoc/>
        public override string Address => "subscription";
    }

    /// <summary>The resource group of the stack.</summary>
    public sealed record ResourceGroup : AccessScope
    {
        /// <inheritdoc/>
        public override string Address => GroupAddress;
    }

    /// <summary>A resource of the document.</summary>
    /// <param name="Target">The resource.</param>
    public sealed record Resource(Entry Target) : AccessScope
    {
        /// <inheritdoc/>
        public override string Address => Target.Address;

        /// <inheritdoc/>
        public override ArmId? Existing => Target switch
        {
            AzureEntry entry => entry.Existing,
            Cluster cluster => cluster.Existing,
            _ => null,
        };
    }

    /// <summary>One blob container.</summary>
    /// <param name="Account">Its storage account.</param>
    /// <param name="Name">Name of the container.</param>
    public sealed record Container(StorageAccount Account, string Name) : AccessScope
    {
        /// <inheritdoc/>
        public override string Address => $"{Account.Address}/{Name}";

        /// <inheritdoc/>
        public override ArmId? Existing => Account.Existing;
    }

    /// <summary>One secret of a vault.</summary>
    /// <param name="Vault">The vault.</param>
    /// <param name="Name">Name of the secret.</param>
    public sealed record Secret(Vault Vault, string Name) : AccessScope
    {
        /// <inheritdoc/>
        public override string Address => $"{Vault.Address}/{Name}";

        /// <inheritdoc/>
        public override ArmId? Existing => Vault.Existing;
    }

    /// <summary>The resource group that AKS keeps the nodes of a cluster in.</summary>
    /// <param name="Cluster">The AKS cluster.</param>
    public sealed record NodeResourceGroup(Cluster Cluster) : AccessScope
    {
        /// <inheritdoc/>
        public override string Address => $"{Cluster.Address}.nodeResourceGroup";

        /// <inheritdoc/>
        public override ArmId? Existing => Cluster.Existing;
    }

    /// <summary>Any scope by its id.</summary>
    /// <param name="Id">The id.</param>
    public sealed record ById(ArmId Id) : AccessScope
    {
        /// <inheritdoc/>
        public override string Address => Id.ToString();

        /// <inheritdoc/>
        public override ArmId? Existing => Id;
    }

    /// <summary>A storage account or one of its containers.</summary>
    /// <param name="reference">The mention.</param>
    public static AccessScope Of(ContainerReference reference) =>
        reference.IsWholeAccount ? new Resource(reference.Account) : new Container(reference.Account, reference.Container);

    /// <summary>A vault or one of its secrets.</summary>
    /// <param name="reference">The mention.</param>
    public static AccessScope Of(SecretReference reference) =>
        reference.IsWholeVault ? new Resource(reference.Vault) : new Secret(reference.Vault, reference.Secret);

    /// <summary>The scope that an explicit grant names.</summary>
    /// <param name="scope">The grant's scope.</param>
    public static AccessScope Of(GrantScope scope) => scope switch
    {
        GrantScope.Subscription => new Subscription(),
        GrantScope.ResourceGroup => new ResourceGroup(),
        GrantScope.Resource resource => new Resource(resource.Target.Target),
        GrantScope.Container container => Of(container.Target),
        GrantScope.Secret secret => Of(secret.Target),
        GrantScope.ById id => new ById(id.Scope),
        _ => throw new ArgumentOutOfRangeException(nameof(scope), scope, "Unknown scope of a grant."),
    };

    /// <summary>Whether a role that holds here holds there too.</summary>
    /// <param name="other">The other scope.</param>
    public bool Covers(AccessScope other) =>
        Address.Equals(other.Address, StringComparison.OrdinalIgnoreCase) || (this, other) switch
        {
            (Resource account, Container container) => account.Address == container.Account.Address,
            (Resource vault, Secret secret) => vault.Address == secret.Vault.Address,
            (ResourceGroup, Resource { Target: Compute compute }) => compute.Existing is null && compute.Workspace.Target.Existing is null,
            (ResourceGroup, Resource or Container or Secret) => other.Existing is null,
            _ => false,
        };
}
