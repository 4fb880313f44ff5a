using System.Collections.Immutable;
using Provisioning.Infra.Model.Diagnostics;
using Provisioning.Infra.Model.Shapes;

namespace Provisioning.Infra.Model.Binding;

/// <summary>What all entries of a document share while they are made into records.</summary>
/// <param name="Diagnostics">Where problems go.</param>
/// <param name="Check">What the check of shapes rejected.</param>
/// <param name="Symbols">The entries that references can mean.</param>
internal sealed record BindingScope(DiagnosticBag Diagnostics, ShapeCheck Check, SymbolTable Symbols)
{
    /// <summary>The cloud of the document.</summary>
    public Cloud Cloud { get; init; }

    /// <summary>The subscription of the document; null when it is left to the credentials.</summary>
    public SubscriptionId? Subscription { get; init; }

    /// <summary>Region of entries without their own.</summary>
    public string Location { get; init; } = "";

    /// <summary>Tags of every entry.</summary>
    public ImmutableSortedDictionary<string, string> Tags { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Whether two ids are known to lie in different subscriptions; null stands for the stack's own.</summary>
    /// <param name="left">An id, or null.</param>
    /// <param name="right">An id, or null.</param>
    public bool InDifferentSubscriptions(ArmId? left, ArmId? right)
    {
        SubscriptionId? Of(ArmId? id) => id is null || id.OwnSubscription ? Subscription : id.Subscription;
        return Of(left) is { } first && Of(right) is { } second && first != second;
    }
}
