using System.Collections.Immutable;

namespace Provisioning.Engine.State.Editing;

/// <summary>
/// Puts the resources of a state into an order in which whatever a resource refers to comes before it. What is in order
/// keeps its place; references that lead nowhere are passed over.
/// </summary>
internal sealed class ResourceOrder
{
    private readonly ImmutableArray<ResourceState> resources;
    private readonly ILookup<Urn, int> places;
    private readonly Dictionary<ProviderReference, int> providers = [];
    private readonly HashSet<Urn> emittedUrns = [];
    private readonly bool[] emitted;
    private readonly bool[] open;
    private readonly ImmutableArray<ResourceState>.Builder ordered;
    private readonly ImmutableArray<RepairStep>.Builder steps = ImmutableArray.CreateBuilder<RepairStep>();

    private ResourceOrder(ImmutableArray<ResourceState> resources)
    {
        this.resources = resources;
        var indices = Enumerable.Range(0, resources.Length).ToList();
        places = indices.ToLookup(index => resources[index].Urn);
        foreach (var index in indices.Where(index => resources[index] is { Custom: true, Urn.IsProvider: true }))
            providers.TryAdd(ProviderReference.Of(resources[index]), index);
        emitted = new bool[resources.Length];
        open = new bool[resources.Length];
        ordered = ImmutableArray.CreateBuilder<ResourceState>(resources.Length);
    }

    /// <summary>Orders resources, and says which were moved.</summary>
    /// <exception cref="StateEditException">Some refer to each other in a circle.</exception>
    public static (ImmutableArray<ResourceState> Ordered, ImmutableArray<RepairStep> Steps) Sort(ImmutableArray<ResourceState> resources)
    {
        var order = new ResourceOrder(resources);
        for (var index = 0; index < resources.Length; index++)
            order.Visit(index);
        return (order.ordered.MoveToImmutable(), order.steps.ToImmutable());
    }

    /// <summary>Emits a resource behind all that it refers to; without recursion, because chains can be long.</summary>
    private void Visit(int start)
    {
        if (emitted[start])
            return;

        var path = new Stack<int>();
        Enter(start);
        while (path.TryPeek(out var current))
        {
            if (NextMissing(current) is { } missing)
            {
                if (open[missing])
                    throw Circle(resources[current].Urn, resources[missing].Urn);
                Enter(missing);
                continue;
            }

            path.Pop();
            Emit(current);
            if (path.TryPeek(out var waiting))
                steps.Add(new RepairStep(resources[current].Urn, $"moved before '{resources[waiting].Urn}', which refers to it"));
        }

        void Enter(int index)
        {
            open[index] = true;
            path.Push(index);
        }
    }

    private void Emit(int index)
    {
        emitted[index] = true;
        emittedUrns.Add(resources[index].Urn);
        ordered.Add(resources[index]);
    }

    /// <summary>The place of something that a resource refers to and that has not been emitted; null when there is none.</summary>
    private int? NextMissing(int index)
    {
        var resource = resources[index];
        if (resource.Provider is { } reference && providers.TryGetValue(reference, out var provider) && !emitted[provider])
            return provider;

        foreach (var (_, target, _) in ResourceReferences.Of(resource))
        {
            if (!emittedUrns.Contains(target) && places.Contains(target))
                return places[target].OrderBy(place => resources[place].Delete).First();
        }

        return null;
    }

    private static StateEditException Circle(Urn one, Urn other) => new(
        StateEditRefusal.BeyondRepair,
        $"The state cannot be repaired: '{one}' and '{other}' refer to each other, and nothing says which reference is wrong. Restore a backup by 'stack import'.");
}
