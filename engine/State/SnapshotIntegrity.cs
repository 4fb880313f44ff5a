namespace Provisioning.Engine.State;

/// <summary>
/// The rules that every stored snapshot keeps (Pulumi's pkg/resource/stack/snapshot/integrity.go). A state that breaks
/// one is neither used nor written.
/// </summary>
public static class SnapshotIntegrity
{
    private const string Advice = "Run 'state repair', or restore a backup by 'stack import'.";

    /// <summary>Checks a snapshot; linear in its size.</summary>
    /// <exception cref="StateException">A rule is broken.</exception>
    public static void Verify(Snapshot snapshot)
    {
        var seen = new HashSet<Urn>();
        var live = new HashSet<Urn>();
        var providers = new HashSet<ProviderReference>();
        foreach (var resource in snapshot.Resources)
        {
            if (!resource.Custom && resource.Id.Length > 0)
                throw Broken(StateErrorCode.ComponentWithId, $"the component '{resource.Urn}' has the id '{resource.Id}', and only resources of providers have ids");
            if (resource.Urn.IsProvider && resource.Custom)
                providers.Add(ProviderReference.Of(resource));

            if (resource.Provider is { } provider && !resource.PendingReplacement && !providers.Contains(provider))
                throw Broken(StateErrorCode.UnknownProvider, $"'{resource.Urn}' refers to the provider '{provider}', which does not come before it");

            foreach (var reference in ResourceReferences.Of(resource))
            {
                if (!seen.Contains(reference.Target))
                    throw Unseen(snapshot, resource, reference);
            }

            seen.Add(resource.Urn);
            if (!resource.Delete && !live.Add(resource.Urn))
                throw Broken(StateErrorCode.DuplicateUrn, $"'{resource.Urn}' is there twice, and neither is marked for deletion");
        }
    }

    private static StateException Unseen(Snapshot snapshot, ResourceState resource, ResourceReference reference) =>
        snapshot.Resources.Any(other => other.Urn == reference.Target)
            ? Broken(StateErrorCode.WrongOrder, $"'{resource.Urn}' comes before its {reference.Role} '{reference.Target}'")
            : Broken(StateErrorCode.MissingReference, $"the {reference.Role} '{reference.Target}' of '{resource.Urn}' is missing");

    private static StateException Broken(StateErrorCode code, string what) => new(code, $"The state is damaged: {what}. {Advice}");
}
