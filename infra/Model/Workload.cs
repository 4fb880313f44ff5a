using System.Collections.Immutable;
using Provisioning.Infra.Model.Hosts;

namespace Provisioning.Infra.Model;

/// <summary>
/// Something that runs somewhere, as some identity, and needs things (<c>workloads</c>). Role assignments, federated credentials
/// and Deep Lake registrations follow from it.
/// </summary>
public sealed record Workload : Entry
{
    /// <inheritdoc/>
    public override string Section => "workloads";

    /// <summary>Where it runs.</summary>
    public required WorkloadHost RunsOn { get; init; }

    /// <summary>Who it is.</summary>
    public required WorkloadIdentity Identity { get; init; }

    /// <summary>Registries it pulls images from.</summary>
    public required ImmutableArray<Reference<Registry>> Pulls { get; init; }

    /// <summary>Registries it pushes images to (which includes pulling).</summary>
    public required ImmutableArray<Reference<Registry>> Pushes { get; init; }

    /// <summary>Blobs it reads.</summary>
    public required ImmutableArray<ContainerReference> Reads { get; init; }

    /// <summary>Blobs it reads, writes and deletes.</summary>
    public required ImmutableArray<ContainerReference> Writes { get; init; }

    /// <summary>Secrets it reads.</summary>
    public required ImmutableArray<SecretReference> Secrets { get; init; }

    /// <summary>Deep Lake organizations it is registered with.</summary>
    public required ImmutableArray<Reference<DeepLakeOrganization>> DeepLake { get; init; }
}
