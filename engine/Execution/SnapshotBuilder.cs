using System.Collections.Immutable;
using Provisioning.Engine.Journal;
using Provisioning.Engine.State;

namespace Provisioning.Engine.Execution;

/// <summary>
/// Composes the state while an operation runs, and while a journal is replayed: first what this run recorded, in the
/// order of recording, then what it has not touched, in the order of the base. Not thread-safe.
/// </summary>
/// <remarks>Order and carried-over operations as in Pulumi's pkg/backend/snapshot.go.</remarks>
public sealed class SnapshotBuilder
{
    private readonly ResourceList untouched = new();
    private readonly ResourceList recorded = new();
    private readonly SortedDictionary<long, PendingOperation> running = [];
    private readonly List<PendingOperation> unsettled;
    private readonly HashSet<Urn> settled = [];
    private readonly ImmutableArray<ForeignMember> foreign;

    /// <summary>Starts from a state. Of its pending operations only creations are carried over.</summary>
    public SnapshotBuilder(Snapshot @base)
    {
        foreach (var resource in @base.Resources)
            untouched.Add(resource);
        foreign = @base.Foreign;
        unsettled = [.. @base.PendingOperations.Where(operation => operation.Kind == OperationKind.Creating)];
    }

    /// <summary>
    /// Takes up an operation under the number the journal gave it. When it is an interrupted creation once more, the two are one:
    /// there is only one resource that they can have left.
    /// </summary>
    public void Begin(long entry, PendingOperation operation)
    {
        if (operation.Kind == OperationKind.Creating)
            unsettled.RemoveAll(earlier => earlier.Resource.Urn == operation.Resource.Urn && earlier.Resource.Inputs.Equals(operation.Resource.Inputs));
        running.Add(entry, operation);
    }

    /// <summary>Ends the operation of this number, if any, and applies a change.</summary>
    public void End(long? begin, StateChange change)
    {
        // A resource that stays as it is says nothing about an interrupted creation of one that was to replace it.
        var isCreation = change is { Before: null, After.Delete: false };
        if (begin is { } entry && running.Remove(entry, out var ended))
            isCreation |= ended.Kind == OperationKind.Creating;
        if (isCreation && change.After is { } created)
            Settle(created.Urn);

        if (change.Before is not { } before)
        {
            if (change.After is { } added)
                Add(added, change.KeepsPlace);
            return;
        }

        var list = recorded.Contains(before) ? recorded : untouched;
        if (change.After is not { } after)
        {
            list.Remove(before);
        }
        else if (change.KeepsPlace || list == recorded)
        {
            list.Replace(before, after);
        }
        else if (list.Contains(before))
        {
            // Otherwise it was recorded under its new URN in the meantime, and this is what something that refers to it knew of it.
            list.Remove(before);
            Add(after, keepsPlace: false);
        }
    }

    /// <summary>Forgets the pending operations of a resource because it is known by now how they ended.</summary>
    public void Settle(Urn urn) => settled.Add(urn);

    /// <summary>The resource that the state has now under the key of another one, which is what a change of that one is about; null when it has none.</summary>
    public ResourceState? Find(ResourceState resource) => recorded.Find(resource) ?? untouched.Find(resource);

    /// <summary>The resources of the base that this run has not recorded, in order, with their marks as they are now.</summary>
    public IReadOnlyList<ResourceState> Untouched() => [.. untouched.Resources];

    /// <summary>The state as it is now, with references by earlier URNs rewritten.</summary>
    public Snapshot Build(Manifest manifest) =>
        UrnNormalizer.Normalize(new Snapshot(
            manifest,
            [.. recorded.Resources, .. untouched.Resources],
            [.. unsettled.Where(operation => !settled.Contains(operation.Resource.Urn)), .. running.Values])
        {
            Foreign = foreign,
        });

    private void Add(ResourceState resource, bool keepsPlace)
    {
        if (keepsPlace)
            untouched.AddBeforeReplaced(resource);
        else
            recorded.Add(resource);
    }
}
