using System.Collections.Immutable;

namespace Provisioning.Engine.Projects;

/// <summary>The configuration as programs get it.</summary>
/// <param name="Values">By <c>namespace:key</c>, decrypted: scalars as text, maps and lists as JSON text.</param>
/// <param name="SecretKeys">The keys whose values are, or hold, secrets.</param>
public sealed record ProgramConfiguration(ImmutableDictionary<string, string> Values, ImmutableHashSet<string> SecretKeys)
{
    /// <summary>No configuration.</summary>
    public static ProgramConfiguration Empty { get; } = new(
        ImmutableDictionary.Create<string, string>(StringComparer.Ordinal), ImmutableHashSet.Create<string>(StringComparer.Ordinal));
}
