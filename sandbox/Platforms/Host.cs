using System.Text.Json.Serialization;

namespace Provisioning.Sandbox.Platforms;

/// <summary>Something that code runs on and asks for tokens: a machine, a pod, or Azure ML itself. Its identities are those it has in Resource Manager.</summary>
[JsonDerivedType(typeof(Compute), "compute")]
[JsonDerivedType(typeof(Node), "node")]
[JsonDerivedType(typeof(Pod), "pod")]
[JsonDerivedType(typeof(Service), "service")]
internal abstract record Host
{
    private Host()
    {
    }

    /// <summary>Name in the host's address: a label of a host name.</summary>
    public required string Name { get; init; }

    /// <summary>Id of the resource that the host belongs to.</summary>
    public required string Resource { get; init; }

    /// <summary>A compute of Azure ML. Printing it shows no secret.</summary>
    public sealed record Compute : Host
    {
        /// <summary>What requests must show.</summary>
        public required string Secret { get; init; }

        /// <inheritdoc/>
        public override string ToString() => $"[host {Name} of {Resource}]";
    }

    /// <summary>A machine of an AKS cluster.</summary>
    public sealed record Node : Host;

    /// <summary>A pod of an AKS cluster with AAD Pod Identity.</summary>
    public sealed record Pod : Host
    {
        /// <summary>Its namespace.</summary>
        public required string Namespace { get; init; }

        /// <summary>Its labels.</summary>
        public required IReadOnlyDictionary<string, string> Labels { get; init; }

        /// <summary>The <c>AzureIdentity</c> manifests of the cluster.</summary>
        public required IReadOnlyList<AzureIdentity> Identities { get; init; }

        /// <summary>The <c>AzureIdentityBinding</c> manifests of the cluster.</summary>
        public required IReadOnlyList<AzureIdentityBinding> Bindings { get; init; }
    }

    /// <summary>Azure ML where it acts for a workspace.</summary>
    public sealed record Service : Host;
}
