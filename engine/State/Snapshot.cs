using System.Collections.Immutable;

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
}
