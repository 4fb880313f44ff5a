using System.Collections.Immutable;

namespace Provisioning.Cli.Migrations.PodIdentity.Reading;

/// <summary>What a cluster's manifests say about AAD Pod Identity and about those who use it.</summary>
internal sealed record ClusterManifests
{
    /// <summary>The identities.</summary>
    public required ImmutableArray<AzureIdentity> Identities { get; init; }

    /// <summary>The bindings.</summary>
    public required ImmutableArray<AzureIdentityBinding> Bindings { get; init; }

    /// <summary>What makes pods, with or without the label.</summary>
    public required ImmutableArray<PodOwner> Owners { get; init; }

    /// <summary>The service accounts.</summary>
    public required ImmutableArray<Manifest> ServiceAccounts { get; init; }

    /// <summary><c>AzurePodIdentityException</c>: pods whose requests are let through to the node.</summary>
    public required ImmutableArray<Manifest> Exceptions { get; init; }

    /// <summary><c>AzureAssignedIdentity</c>: what the controller wrote down for itself.</summary>
    public required ImmutableArray<Manifest> Assigned { get; init; }

    /// <summary>Sorts objects by their kinds; other kinds are left out, and so is what another file has already.</summary>
    public static ClusterManifests Of(IEnumerable<Manifest> all)
    {
        var manifests = all.DistinctBy(manifest => (manifest.Kind, manifest.Namespace, manifest.Name ?? manifest.Place.ToString())).ToArray();
        return new ClusterManifests
        {
            Identities = [.. OfKind("AzureIdentity").Select(manifest => new AzureIdentity(manifest))],
            Bindings = [.. OfKind("AzureIdentityBinding").Select(manifest => new AzureIdentityBinding(manifest))],
            Owners = [.. manifests.Select(PodOwner.Of).OfType<PodOwner>()],
            ServiceAccounts = [.. OfKind("ServiceAccount")],
            Exceptions = [.. OfKind("AzurePodIdentityException")],
            Assigned = [.. OfKind("AzureAssignedIdentity")],
        };

        IEnumerable<Manifest> OfKind(string kind) => manifests.Where(manifest => manifest.Kind == kind);
    }

    /// <summary>Whether nothing has to do with AAD Pod Identity.</summary>
    public bool IsEmpty => Identities.IsEmpty && Bindings.IsEmpty && Exceptions.IsEmpty && Owners.All(owner => owner.Selector is null);
}
