namespace Provisioning.Infra.Model;

/// <summary>Where a role holds.</summary>
public abstract record GrantScope
{
    private GrantScope()
    {
    }

    /// <summary>The whole subscription of the stack.</summary>
    public sealed record Subscription : GrantScope;

    /// <summary>The resource group of the stack.</summary>
    public sealed record ResourceGroup : GrantScope;

    /// <summary>A resource of the document.</summary>
    /// <param name="Target">
    /// An <see cref="Identity"/>, <see cref="Registry"/>, <see cref="StorageAccount"/>, <see cref="Vault"/>, <see cref="Insights"/>,
    /// <see cref="Workspace"/>, <see cref="Compute"/> or <see cref="Cluster"/>.
    /// </param>
    public sealed record Resource(Reference<Entry> Target) : GrantScope;

    /// <summary>One blob container.</summary>
    /// <param name="Target">The container; never a whole account.</param>
    public sealed record Container(ContainerReference Target) : GrantScope;

    /// <summary>One secret of a vault.</summary>
    /// <param name="Target">The secret; never a whole vault.</param>
    public sealed record Secret(SecretReference Target) : GrantScope;

    /// <summary>Any scope by its id: a management group, subscription, resource group or resource.</summary>
    /// <param name="Scope">The id.</param>
    public sealed record ById(ArmId Scope) : GrantScope;
}
