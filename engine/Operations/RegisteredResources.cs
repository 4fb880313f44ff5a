using System.Collections.Concurrent;
using Provisioning.Engine.Events;
using Provisioning.Engine.State;

namespace Provisioning.Engine.Operations;

/// <summary>The resources of this run as they are now. Thread-safe.</summary>
internal sealed class RegisteredResources
{
    private readonly ConcurrentDictionary<Urn, (ResourceState State, StepOp Op)> resources = new();
    private readonly ConcurrentDictionary<Urn, bool> completed = new();

    /// <summary>Remembers a resource, and what made it so.</summary>
    public void Set(ResourceState state, StepOp op) => resources[state.Urn] = (state, op);

    /// <summary>The resource of a URN and what made it so; null when this run has not got that far.</summary>
    public (ResourceState State, StepOp Op)? Find(Urn urn) => resources.TryGetValue(urn, out var found) ? found : null;

    /// <summary>Takes the one right to complete a component; false when it was taken before.</summary>
    public bool TryComplete(Urn urn) => completed.TryAdd(urn, true);
}
