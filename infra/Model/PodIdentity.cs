namespace Provisioning.Infra.Model;

/// <summary>A legacy AAD Pod Identity binding (<c>podIdentities</c>): pods of a namespace get an identity by their label.</summary>
public sealed record PodIdentity : Entry
{
    /// <inheritdoc/>
    public override string Section => "podIdentities";

    /// <summary>The AKS cluster.</summary>
    public required Reference<Cluster> Cluster { get; init; }

    /// <summary>The identity the pods get.</summary>
    public required Reference<Identity> Identity { get; init; }

    /// <summary>Namespace of the pods and of the binding.</summary>
    public required string Namespace { get; init; }

    /// <summary>Value of the pods' <c>aadpodidbinding</c> label.</summary>
    public required string Selector { get; init; }
}
