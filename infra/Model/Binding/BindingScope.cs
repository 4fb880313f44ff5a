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

    /// <summary>Reports a resource that is known to lie in another subscription than the one it has to be in.</summary>
    /// <param name="id">Id of the resource.</param>
    /// <param name="span">Where the document mentions it.</param>
    /// <param name="resource">What it is, capitalized.</param>
    /// <param name="other">Id of what has to be in the same subscription; null for the stack.</param>
    /// <param name="otherName">What that is.</param>
    public void RequireSameSubscription(ArmId id, SourceSpan span, string resource, ArmId? other, string otherName)
    {
        if (SubscriptionOf(id) is { } actual && SubscriptionOf(other) is { } expected && actual != expected)
            Diagnostics.Report(AzureDiagnostics.OtherSubscription, span, resource, $"{actual}", $"{expected}", otherName);
    }

    private SubscriptionId? SubscriptionOf(ArmId? id) => id is null || id.OwnSubscription ? Subscription : id.Subscription;
}
