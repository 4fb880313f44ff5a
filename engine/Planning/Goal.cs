using System.Collections.Immutable;
using Provisioning.Engine.Hooks;
using Provisioning.Engine.State;
using Provisioning.Protocol.Values;
using Pulumirpc;

namespace Provisioning.Engine.Planning;

/// <summary>What the program wants one resource to be.</summary>
internal sealed record Goal
{
    /// <summary>The identity in the stack.</summary>
    public required Urn Urn { get; init; }

    /// <summary>Whether a provider manages it; false for components.</summary>
    public required bool Custom { get; init; }

    /// <summary>The inputs of the program, without output values.</summary>
    public PropertyMap Inputs { get; init; } = PropertyMap.Empty;

    /// <summary>The parent.</summary>
    public Urn? Parent { get; init; }

    /// <summary>Its provider; null for components and providers.</summary>
    public ProviderReference? Provider { get; init; }

    /// <summary>The providers its children use, by package; only components have some.</summary>
    public ImmutableDictionary<string, ProviderReference> Providers { get; init; } = ImmutableDictionary<string, ProviderReference>.Empty;

    /// <summary>URNs it may have in state, besides its own, in the order of preference.</summary>
    public ImmutableArray<Urn> Aliases { get; init; } = [];

    /// <summary>The resources it depends on.</summary>
    public ImmutableArray<Urn> Dependencies { get; init; } = [];

    /// <summary>The resources each input depends on.</summary>
    public ImmutableSortedDictionary<string, ImmutableArray<Urn>> PropertyDependencies { get; init; } =
        ImmutableSortedDictionary.Create<string, ImmutableArray<Urn>>(StringComparer.Ordinal);

    /// <summary>Refuses deletion and replacement.</summary>
    public bool Protect { get; init; }

    /// <summary>Leaves it in the cloud when it is removed from the stack.</summary>
    public bool RetainOnDelete { get; init; }

    /// <summary>The resource whose deletion deletes this one too.</summary>
    public Urn? DeletedWith { get; init; }

    /// <summary>Resources whose replacement replaces this one.</summary>
    public ImmutableArray<Urn> ReplaceWith { get; init; } = [];

    /// <summary>Whether a replacement deletes first; null leaves it to the provider.</summary>
    public bool? DeleteBeforeReplace { get; init; }

    /// <summary>Property paths whose change is ignored.</summary>
    public ImmutableArray<string> IgnoreChanges { get; init; } = [];

    /// <summary>Property paths whose change replaces.</summary>
    public ImmutableArray<string> ReplaceOnChanges { get; init; } = [];

    /// <summary>Property paths that are not shown in diffs.</summary>
    public ImmutableArray<string> HideDiff { get; init; } = [];

    /// <summary>A value whose change replaces; null when there is none.</summary>
    public PropertyValue? ReplacementTrigger { get; init; }

    /// <summary>Outputs that are secret whatever the provider says.</summary>
    public ImmutableArray<string> AdditionalSecretOutputs { get; init; } = [];

    /// <summary>How long its operations may take.</summary>
    public CustomTimeouts? CustomTimeouts { get; init; }

    /// <summary>The id of the existing resource to take over; empty for none.</summary>
    public string ImportId { get; init; } = "";

    /// <summary>The names of the hooks called around its operations, by kind.</summary>
    public ImmutableSortedDictionary<string, ImmutableArray<string>> Hooks { get; init; } = HookBindings.None;

    /// <summary>Functions of the program that change what is registered below it.</summary>
    public ImmutableArray<Callback> Transforms { get; init; } = [];

    /// <summary>Where the program declared it.</summary>
    public string SourcePosition { get; init; } = "";

    /// <summary>The state the resource is to have, given its checked inputs; what only its provider knows is empty.</summary>
    public ResourceState ToState(PropertyMap inputs) => new()
    {
        Urn = Urn,
        Custom = Custom,
        Inputs = inputs,
        Parent = Parent,
        Provider = Provider,
        Dependencies = Dependencies,
        PropertyDependencies = PropertyDependencies,
        Protect = Protect,
        RetainOnDelete = RetainOnDelete,
        DeletedWith = DeletedWith,
        ReplaceWith = ReplaceWith,
        IgnoreChanges = IgnoreChanges,
        ReplaceOnChanges = ReplaceOnChanges,
        HideDiff = HideDiff,
        ReplacementTrigger = ReplacementTrigger,
        AdditionalSecretOutputs = AdditionalSecretOutputs,
        CustomTimeouts = CustomTimeouts,
        ImportId = ImportId,
        Hooks = Hooks,
        SourcePosition = SourcePosition,
    };

    /// <summary>The same, continuing a resource in state.</summary>
    public ResourceState ToState(PropertyMap inputs, ResourceState old) => ToState(inputs) with
    {
        Id = old.Id,
        Outputs = old.Outputs,
        InitErrors = old.InitErrors,
        Created = old.Created,
        Modified = old.Modified,
        Foreign = old.Foreign,
        Aliases = AliasesOver(old),
    };

    /// <summary>The same, taking the place of a resource in state, which others may refer to by another URN.</summary>
    public ResourceState ToReplacement(PropertyMap inputs, ResourceState old) => ToState(inputs) with { Aliases = AliasesOver(old) };

    private ImmutableArray<Urn> AliasesOver(ResourceState old) => old.Urn == Urn ? old.Aliases : old.Aliases.Add(old.Urn);
}
