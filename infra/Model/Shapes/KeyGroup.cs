using System.Collections.Immutable;

namespace Provisioning.Infra.Model.Shapes;

/// <summary>Keys of which exactly one must be there.</summary>
/// <param name="Keys">The keys.</param>
internal sealed record KeyGroup(params ImmutableArray<string> Keys);
