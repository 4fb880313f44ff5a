using System.Collections.Immutable;
using Provisioning.Infra.Access;
using Provisioning.Infra.Model;
using Provisioning.Verification.Rights;

namespace Provisioning.Verification.Checks;

/// <summary>Everything in a document that somebody could have a right to: the narrowest places, each with its rights.</summary>
/// <param name="document">The document.</param>
internal sealed class Places(StackDocument document)
{
    /// <summary>Rights and places in the order of the document, and how to say that somebody uses them.</summary>
    public ImmutableArray<(DataRight Right, AccessScope Place)> All { get; } =
    [
        .. document.Registries.Where(registry => !registry.CreatedByWorkspace).SelectMany(registry => Each(new AccessScope.Resource(registry), DataRight.Pull, DataRight.Push)),
        .. Containers(document).SelectMany(container => Each(container, DataRight.ReadBlobs, DataRight.WriteBlobs)),
        .. Secrets(document).SelectMany(secret => Each(secret, DataRight.ReadSecret)),
        .. document.Vaults.SelectMany(vault => Each(new AccessScope.Resource(vault), DataRight.ListSecrets)),
    ];

    /// <summary>What an actor does when it uses a right: <c>pulls from registries.private</c>.</summary>
    public static string Use(DataRight right, AccessScope place) => right switch
    {
        DataRight.Pull => $"pulls from {place.Address}",
        DataRight.Push => $"pushes to {place.Address}",
        DataRight.ReadBlobs => $"reads {place.Address}",
        DataRight.WriteBlobs => $"writes {place.Address}",
        DataRight.ReadSecret => $"reads the secret {place.Address}",
        DataRight.ListSecrets => $"lists the secrets of {place.Address}",
        _ => throw new ArgumentOutOfRangeException(nameof(right), right, "Unknown right."),
    };

    /// <summary>The same as an infinitive: <c>to pull from registries.private</c>.</summary>
    public static string ToUse(DataRight right, AccessScope place) => right switch
    {
        DataRight.Pull => $"to pull from {place.Address}",
        DataRight.Push => $"to push to {place.Address}",
        DataRight.ReadBlobs => $"to read {place.Address}",
        DataRight.WriteBlobs => $"to write {place.Address}",
        DataRight.ReadSecret => $"to read the secret {place.Address}",
        DataRight.ListSecrets => $"to list the secrets of {place.Address}",
        _ => throw new ArgumentOutOfRangeException(nameof(right), right, "Unknown right."),
    };

    private static IEnumerable<(DataRight, AccessScope)> Each(AccessScope place, params IEnumerable<DataRight> rights) => rights.Select(right => (right, place));

    private static IEnumerable<AccessScope.Container> Containers(StackDocument document) => document.Storage
        .SelectMany(account => account.Containers.Select(name => new AccessScope.Container(account, name)))
        .Concat(document.Workloads.SelectMany(workload => workload.Reads.Concat(workload.Writes))
            .Where(reference => !reference.IsWholeAccount)
            .Select(reference => new AccessScope.Container(reference.Account, reference.Container)))
        .Concat(document.Grants.Select(grant => AccessScope.Of(grant.Scope)).OfType<AccessScope.Container>())
        .DistinctBy(container => container.Address);

    private static IEnumerable<AccessScope.Secret> Secrets(StackDocument document) => document.Workloads
        .SelectMany(workload => workload.Secrets)
        .Where(reference => !reference.IsWholeVault)
        .Select(reference => new AccessScope.Secret(reference.Vault, reference.Secret))
        .Concat(document.Grants.Select(grant => AccessScope.Of(grant.Scope)).OfType<AccessScope.Secret>())
        .DistinctBy(secret => secret.Address);
}
