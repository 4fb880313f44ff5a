using Provisioning.Engine.State;

namespace Provisioning.Engine.Journal;

/// <summary>Tells the entries of a state apart; several may have one URN when all but one are marked for deletion.</summary>
/// <param name="Urn">The URN.</param>
/// <param name="Id">The id; empty for components.</param>
/// <param name="Delete">Whether it is the old half of a replacement.</param>
public sealed record ResourceKey(Urn Urn, string Id, bool Delete)
{
    /// <summary>The key of an entry.</summary>
    public static ResourceKey Of(ResourceState resource) => new(resource.Urn, resource.Id, resource.Delete);
}
