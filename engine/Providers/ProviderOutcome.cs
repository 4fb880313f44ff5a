using System.Collections.Immutable;
using Provisioning.Protocol.Values;

namespace Provisioning.Engine.Providers;

/// <summary>What an operation of a provider left behind.</summary>
/// <param name="Id">The id; empty in previews, and when a read found nothing.</param>
/// <param name="Outputs">The state; null when a read found nothing.</param>
internal sealed record ProviderOutcome(string Id, PropertyMap? Outputs)
{
    /// <summary>The inputs as the provider knows them; null to keep those that were sent.</summary>
    public PropertyMap? Inputs { get; init; }

    /// <summary>Why the resource exists half done; empty when it is well.</summary>
    public ImmutableArray<string> InitErrors { get; init; } = [];
}
