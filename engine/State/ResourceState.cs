using System.Collections.Immutable;
using Provisioning.Protocol.Values;

namespace Provisioning.Engine.State;

/// <summary>
/// What a stack remembers of one resource. The members are those of Pulumi's ResourceV3
/// (sdk/go/common/apitype/core.go); values are decrypted, secrets being <see cref="PropertyValue.SecretValue"/>.
/// </summary>
public sealed record ResourceState
{
    private static readonly ImmutableSortedDictionary<string, ImmutableArray<Urn>> NoDependencies =
        ImmutableSortedDictionary.Create<string, ImmutableArray<Urn>>(StringComparer.Ordinal);

    private static readonly ImmutableSortedDictionary<string, ImmutableArray<string>> NoHooks =
        ImmutableSortedDictionary.Create<string, ImmutableArray<string>>(StringComparer.Ordinal);

    /// <summary>The identity in the stack.</summary>
    public required Urn Urn { get; init; }

    /// <summary>Whether a provider manages it; false for components and the stack.</summary>
    public required bool Custom { get; init; }

    /// <summary>The type token.</summary>
    public string Type => Urn.Type;

    /// <summary>The id its provider gave; empty for components and in previews before creation.</summary>
    public string Id { get; init; } = "";

    /// <summary>The inputs that Check returned.</summary>
    public PropertyMap Inputs { get; init; } = PropertyMap.Empty;

    /// <summary>The outputs of the last operation.</summary>
    public PropertyMap Outputs { get; init; } = PropertyMap.Empty;

    /// <summary>The parent; null for the stack and default providers.</summary>
    public Urn? Parent { get; init; }

    /// <summary>Refuses deletion and replacement.</summary>
    public bool Protect { get; init; }

    /// <summary>Read, not managed.</summary>
    public bool External { get; init; }

    /// <summary>The old half of a replacement, still to be deleted.</summary>
    public bool Delete { get; init; }

    /// <summary>Deleted for a replacement whose creation is still due.</summary>
    public bool PendingReplacement { get; init; }

    /// <summary>The resources it depends on, from dependsOn and from its inputs.</summary>
    public ImmutableArray<Urn> Dependencies { get; init; } = [];

    /// <summary>The resources each input depends on.</summary>
    public ImmutableSortedDictionary<string, ImmutableArray<Urn>> PropertyDependencies { get; init; } = NoDependencies;

    /// <summary>Why its last creation or update left it half done; empty when it is well.</summary>
    public ImmutableArray<string> InitErrors { get; init; } = [];

    /// <summary>Its provider; null for components, the stack and providers.</summary>
    public ProviderReference? Provider { get; init; }

    /// <summary>Outputs that are secret whatever the provider says.</summary>
    public ImmutableArray<string> AdditionalSecretOutputs { get; init; } = [];

    /// <summary>
    /// URNs it had before; used while matching, never written. Whoever matched by one rewrites every reference to it
    /// before the snapshot is stored.
    /// </summary>
    public ImmutableArray<Urn> Aliases { get; init; } = [];

    /// <summary>How long its operations may take; null for the provider's defaults.</summary>
    public CustomTimeouts? CustomTimeouts { get; init; }

    /// <summary>The id given to import; empty when it was not imported by option.</summary>
    public string ImportId { get; init; } = "";

    /// <summary>Leaves it in the cloud when it is removed from the stack.</summary>
    public bool RetainOnDelete { get; init; }

    /// <summary>The resource whose deletion deletes this one too.</summary>
    public Urn? DeletedWith { get; init; }

    /// <summary>Resources whose replacement replaces this one (checkpoint feature <c>replaceWith</c>).</summary>
    public ImmutableArray<Urn> ReplaceWith { get; init; } = [];

    /// <summary>Property paths whose change is ignored.</summary>
    public ImmutableArray<string> IgnoreChanges { get; init; } = [];

    /// <summary>Property paths whose change replaces.</summary>
    public ImmutableArray<string> ReplaceOnChanges { get; init; } = [];

    /// <summary>Property paths that are not shown in diffs.</summary>
    public ImmutableArray<string> HideDiff { get; init; } = [];

    /// <summary>A value whose change replaces; null when there is none.</summary>
    public PropertyValue? ReplacementTrigger { get; init; }

    /// <summary>Where the program declared it: <c>project:///path#line,column</c>; empty when not known.</summary>
    public string SourcePosition { get; init; } = "";

    /// <summary>The callers of that place, innermost first, in the form of <see cref="SourcePosition"/>.</summary>
    public ImmutableArray<string> StackTrace { get; init; } = [];

    /// <summary>The names of the hooks called around its operations, by kind such as <c>BeforeDelete</c> (checkpoint feature <c>hooks</c>).</summary>
    public ImmutableSortedDictionary<string, ImmutableArray<string>> Hooks { get; init; } = NoHooks;

    /// <summary>When it was created or imported, in UTC.</summary>
    public Timestamp? Created { get; init; }

    /// <summary>When it was last created, updated, or seen changed, in UTC.</summary>
    public Timestamp? Modified { get; init; }

    /// <summary>Replaced by the next update whatever it changes (checkpoint feature <c>taint</c>).</summary>
    public bool Taint { get; init; }

    /// <summary>Refreshed before every update (checkpoint feature <c>refreshBeforeUpdate</c>).</summary>
    public bool RefreshBeforeUpdate { get; init; }

    /// <summary>What a newer Pulumi says of it, as long as it stays the same resource.</summary>
    public ImmutableArray<ForeignMember> Foreign { get; init; } = [];

    /// <summary>
    /// Whether another one says the same in everything that a state or a journal holds, values being compared as
    /// <see cref="PropertyValue"/> does. Record equality would take two lists of the same items for different ones.
    /// </summary>
    public bool HasSameContentAs(ResourceState other) =>
        ReferenceEquals(this, other)
        || (Equals(other with
        {
            Dependencies = Shared(Dependencies, other.Dependencies),
            PropertyDependencies = Shared(PropertyDependencies, other.PropertyDependencies),
            InitErrors = Shared(InitErrors, other.InitErrors),
            AdditionalSecretOutputs = Shared(AdditionalSecretOutputs, other.AdditionalSecretOutputs),
            Aliases = Shared(Aliases, other.Aliases),
            ReplaceWith = Shared(ReplaceWith, other.ReplaceWith),
            IgnoreChanges = Shared(IgnoreChanges, other.IgnoreChanges),
            ReplaceOnChanges = Shared(ReplaceOnChanges, other.ReplaceOnChanges),
            HideDiff = Shared(HideDiff, other.HideDiff),
            StackTrace = Shared(StackTrace, other.StackTrace),
            Hooks = Shared(Hooks, other.Hooks),
            Foreign = Shared(Foreign, other.Foreign),
        })
        && HasSameZone(Created, other.Created)
        && HasSameZone(Modified, other.Modified));

    /// <summary>The first list where both hold the same, so that record equality finds them equal; otherwise the second.</summary>
    private static ImmutableArray<T> Shared<T>(ImmutableArray<T> mine, ImmutableArray<T> others) =>
        mine.AsSpan().SequenceEqual(others.AsSpan()) ? mine : others;

    private static ImmutableSortedDictionary<string, ImmutableArray<T>> Shared<T>(
        ImmutableSortedDictionary<string, ImmutableArray<T>> mine, ImmutableSortedDictionary<string, ImmutableArray<T>> others) =>
        mine.Count == others.Count && mine.Zip(others).All(pair =>
            pair.First.Key == pair.Second.Key && pair.First.Value.AsSpan().SequenceEqual(pair.Second.Value.AsSpan()))
            ? mine : others;

    /// <summary>Times of one instant are equal in every zone, and are not written the same.</summary>
    private static bool HasSameZone(Timestamp? mine, Timestamp? others) => mine?.Value.Offset == others?.Value.Offset;
}
