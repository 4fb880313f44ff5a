using Provisioning.Engine.State;

namespace Provisioning.Engine.Planning;

/// <summary>The state before, by URN and by what refers to what. Immutable; built in linear time.</summary>
internal sealed class OldStateIndex
{
    private readonly Dictionary<Urn, ResourceState> live = [];
    private readonly Dictionary<Urn, int> positions = [];
    private readonly Dictionary<Urn, List<ResourceState>> dependents = [];

    /// <summary>Indexes a state.</summary>
    public OldStateIndex(Snapshot snapshot)
    {
        for (var i = 0; i < snapshot.Resources.Length; i++)
        {
            var resource = snapshot.Resources[i];
            if (resource.Delete)
                continue;

            live[resource.Urn] = resource;
            positions[resource.Urn] = i;
            foreach (var reference in References.Replacing(resource).Distinct())
            {
                if (!dependents.TryGetValue(reference, out var list))
                    dependents[reference] = list = [];
                list.Add(resource);
            }
        }
    }

    /// <summary>The resource of a URN that is not marked for deletion; null when there is none.</summary>
    public ResourceState? Find(Urn urn) => live.GetValueOrDefault(urn);

    /// <summary>The place of a resource in the order of the state.</summary>
    public int PositionOf(Urn urn) => positions[urn];

    /// <summary>The resources that a replacement of this one may replace too, in the order of the state.</summary>
    public IReadOnlyList<ResourceState> DependentsOf(Urn urn) => dependents.GetValueOrDefault(urn) ?? [];
}
