using System.Collections.Immutable;
using Provisioning.Protocol.Values;

namespace Provisioning.Engine.State;

/// <summary>
/// The state of a stack between two operations (Pulumi's DeploymentV3). The order of resources is significant:
/// whatever a resource refers to comes before it.
/// </summary>
/// <param name="Manifest">Which engine wrote it, and when.</param>
/// <param name="Resources">All resources, in dependency order.</param>
/// <param name="PendingOperations">Operations that had begun and whose end is not known.</param>
public sealed record Snapshot(
    Manifest Manifest,
    ImmutableArray<ResourceState> Resources,
    ImmutableArray<PendingOperation> PendingOperations)
{
    /// <summary>The state of a stack that was never deployed.</summary>
    public static Snapshot Empty { get; } = new(Manifest.None, [], []);

    /// <summary>What a newer Pulumi says of the stack.</summary>
    public ImmutableArray<ForeignMember> Foreign { get; init; } = [];

    /// <summary>The outputs of the stack; empty before its first update.</summary>
    public PropertyMap Outputs => Resources.FirstOrDefault(resource => resource.Urn.HasType(Urn.StackType))?.Outputs ?? PropertyMap.Empty;
}
