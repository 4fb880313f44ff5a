namespace Provisioning.Infra.Model.Hosts;

/// <summary>A service connection of Azure DevOps, by who issues its tokens.</summary>
public abstract record AzureDevOpsConnection
{
    private AzureDevOpsConnection()
    {
    }

    /// <summary>The connection as people call it.</summary>
    public abstract string Label { get; }

    /// <summary>The organization's own issuer, which names the connection.</summary>
    /// <param name="Name">Name of the connection.</param>
    public sealed record OfOrganization(string Name) : AzureDevOpsConnection
    {
        /// <inheritdoc/>
        public override string Label => Name;
    }

    /// <summary>Entra, which identifies the connection (<c>entra</c>).</summary>
    /// <param name="Tenant">Tenant whose issuer it is.</param>
    /// <param name="Prefix">First part of the subject, such as <c>/eid1/c/pub/t/…/a/…</c>, which holds tenant and application in Base64.</param>
    /// <param name="Id">GUID of the connection.</param>
    public sealed record OfEntra(Guid Tenant, string Prefix, Guid Id) : AzureDevOpsConnection
    {
        /// <inheritdoc/>
        public override string Label => Id.ToString();
    }
}
