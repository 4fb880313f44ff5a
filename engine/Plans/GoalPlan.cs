using System.Collections.Immutable;
using Provisioning.Engine.Planning;
using Provisioning.Engine.State;

namespace Provisioning.Engine.Plans;

/// <summary>What a program wanted a resource to be when the plan was made: the changes of its properties, and its options.</summary>
public sealed record GoalPlan
{
    /// <summary>The type.</summary>
    public required string Type { get; init; }

    /// <summary>The logical name.</summary>
    public required string Name { get; init; }

    /// <summary>Whether a provider manages it; false for components.</summary>
    public bool Custom { get; init; }

    /// <summary>What changes of its inputs.</summary>
    public PropertyChanges InputDiff { get; init; } = PropertyChanges.None;

    /// <summary>What changes of the outputs that the program gives it; only components have some.</summary>
    public PropertyChanges OutputDiff { get; init; } = PropertyChanges.None;

    /// <summary>The parent.</summary>
    public Urn? Parent { get; init; }

    /// <summary>Refuses deletion and replacement.</summary>
    public bool Protect { get; init; }

    /// <summary>The resources it depends on.</summary>
    public ImmutableArray<Urn> Dependencies { get; init; } = [];

    /// <summary>Its provider, whose id may be unknown.</summary>
    public ProviderReference? Provider { get; init; }

    /// <summary>The resources each input depends on.</summary>
    public ImmutableSortedDictionary<string, ImmutableArray<Urn>> PropertyDependencies { get; init; } =
        ImmutableSortedDictionary.Create<string, ImmutableArray<Urn>>(StringComparer.Ordinal);

    /// <summary>Whether a replacement deletes first; null leaves it to the provider.</summary>
    public bool? DeleteBeforeReplace { get; init; }

    /// <summary>Property paths whose change is ignored.</summary>
    public ImmutableArray<string> IgnoreChanges { get; init; } = [];

    /// <summary>Outputs that are secret whatever the provider says.</summary>
    public ImmutableArray<string> AdditionalSecretOutputs { get; init; } = [];

    /// <summary>URNs it may have in state, besides its own.</summary>
    public ImmutableArray<Urn> Aliases { get; init; } = [];

    /// <summary>The id of the existing resource to take over; empty for none.</summary>
    public string Id { get; init; } = "";

    /// <summary>How long its operations may take.</summary>
    public CustomTimeouts? CustomTimeouts { get; init; }

    /// <summary>The plan of a goal.</summary>
    internal static GoalPlan Of(Goal goal, PropertyChanges inputs) => new()
    {
        Type = goal.Urn.Type,
        Name = goal.Urn.Name,
        Custom = goal.Custom,
        InputDiff = inputs,
        Parent = goal.Parent,
        Protect = goal.Protect,
        Dependencies = goal.Dependencies,
        Provider = goal.Provider,
        PropertyDependencies = goal.PropertyDependencies,
        DeleteBeforeReplace = goal.DeleteBeforeReplace,
        IgnoreChanges = goal.IgnoreChanges,
        AdditionalSecretOutputs = goal.AdditionalSecretOutputs,
        Aliases = goal.Aliases,
        Id = goal.ImportId,
        CustomTimeouts = goal.CustomTimeouts,
    };
}
