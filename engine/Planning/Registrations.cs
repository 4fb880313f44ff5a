using Provisioning.Engine.State;

namespace Provisioning.Engine.Planning;

/// <summary>What the program has registered so far, and what was decided about it. Thread-safe.</summary>
internal sealed class Registrations(OldStateIndex olds)
{
    /// <summary>Guards all members below.</summary>
    private readonly Lock gate = new();
    private readonly Dictionary<Urn, Goal?> goals = [];
    private readonly Dictionary<Urn, Urn> oldUrns = [];
    private readonly Dictionary<Urn, Urn> owners = [];
    private readonly HashSet<Urn> replaced = [];
    private readonly Dictionary<Urn, TaskCompletionSource<bool>> deletions = [];
    private readonly HashSet<Urn> notCreated = [];

    /// <summary>Takes a URN for this run and finds the resource it had in state, by its own URN or an alias.</summary>
    /// <param name="urn">The URN.</param>
    /// <param name="aliases">Other URNs it may have had, in the order of preference.</param>
    /// <param name="goal">What the program wants; null for a resource that is only read.</param>
    /// <exception cref="PlanningException">The URN, or the resource in state, is taken already.</exception>
    public ResourceState? Claim(Urn urn, IReadOnlyList<Urn> aliases, Goal? goal)
    {
        lock (gate)
        {
            if (goals.ContainsKey(urn))
                throw new PlanningException($"The URN '{urn}' is registered twice; give one of the two resources another name.");
            if (owners.TryGetValue(urn, out var owner))
                throw new PlanningException($"The URN '{urn}' is an alias of '{owner}', which was registered before; remove the alias or rename the resource.");

            goals.Add(urn, goal);
            var old = olds.Find(urn) ?? aliases.Select(olds.Find).FirstOrDefault(candidate => candidate is not null);
            if (old is not null && old.Urn != urn)
            {
                if (goals.ContainsKey(old.Urn) || owners.ContainsKey(old.Urn))
                    throw new PlanningException($"The alias '{old.Urn}' of '{urn}' belongs to another resource of the program; remove the alias.");
                oldUrns[urn] = old.Urn;
                owners[old.Urn] = urn;
            }

            return old;
        }
    }

    /// <summary>What the program wants a resource to be; null when it has not registered it, or only read it.</summary>
    public Goal? FindGoal(Urn urn)
    {
        lock (gate)
            return goals.GetValueOrDefault(urn);
    }

    /// <summary>Whether a URN was taken, by its own name or as the alias of another resource.</summary>
    public bool IsClaimed(Urn urn)
    {
        lock (gate)
            return goals.ContainsKey(urn) || owners.ContainsKey(urn);
    }

    /// <summary>Whether the program has registered or read this URN.</summary>
    public bool IsRegistered(Urn urn)
    {
        lock (gate)
            return goals.ContainsKey(urn);
    }

    /// <summary>The URN under which a resource was found in state; null when it was its own, or not found.</summary>
    public Urn? OldUrnOf(Urn urn)
    {
        lock (gate)
            return oldUrns.TryGetValue(urn, out var old) ? old : null;
    }

    /// <summary>The URN of this run of a resource in state: the one that has it as an alias, else its own.</summary>
    public Urn CurrentUrnOf(Urn oldUrn)
    {
        lock (gate)
            return owners.GetValueOrDefault(oldUrn, oldUrn);
    }

    /// <summary>Notes that a resource is being replaced.</summary>
    public void MarkReplaced(Urn urn)
    {
        lock (gate)
            replaced.Add(urn);
    }

    /// <summary>Whether a resource is being replaced in this run.</summary>
    public bool IsReplaced(Urn urn)
    {
        lock (gate)
            return replaced.Contains(urn);
    }

    /// <summary>Notes that a resource is to be deleted before its replacement is created.</summary>
    public void MarkDeleted(Urn oldUrn)
    {
        lock (gate)
            deletions.TryAdd(oldUrn, new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously));
    }

    /// <summary>
    /// Notes that a resource is to be deleted because one it depends on is replaced; false when the program has
    /// registered it already, so that it stays. From now on its registration is a creation.
    /// </summary>
    public bool TryCondemn(Urn oldUrn)
    {
        lock (gate)
        {
            if (goals.ContainsKey(oldUrn) || owners.ContainsKey(oldUrn))
                return false;
            MarkDeleted(oldUrn);
            return true;
        }
    }

    /// <summary>Whether a resource is, or is to be, deleted in this run to be replaced.</summary>
    public bool IsDeleted(Urn oldUrn)
    {
        lock (gate)
            return deletions.ContainsKey(oldUrn);
    }

    /// <summary>Whether that deletion succeeded, once it has ended; null when there is none.</summary>
    public Task<bool>? DeletionOf(Urn oldUrn)
    {
        lock (gate)
            return deletions.GetValueOrDefault(oldUrn)?.Task;
    }

    /// <summary>Says how that deletion ended; only the first word counts.</summary>
    public void EndDeletion(Urn oldUrn, bool succeeded)
    {
        lock (gate)
            deletions.GetValueOrDefault(oldUrn)?.TrySetResult(succeeded);
    }

    /// <summary>Notes that a resource does not exist and is not created because it is not a target.</summary>
    public void MarkNotCreated(Urn urn)
    {
        lock (gate)
            notCreated.Add(urn);
    }

    /// <summary>Whether a resource is not created because it is not a target.</summary>
    public bool IsNotCreated(Urn urn)
    {
        lock (gate)
            return notCreated.Contains(urn);
    }
}
