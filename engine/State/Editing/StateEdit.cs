using System.Collections.Immutable;

namespace Provisioning.Engine.State.Editing;

/// <summary>What a command that changes a state by hand makes of it.</summary>
/// <param name="Snapshot">The state after it.</param>
/// <param name="Resources">The resources that it removes or changes, as they were; empty when nothing changes.</param>
public sealed record StateEdit(Snapshot Snapshot, ImmutableArray<ResourceState> Resources);
