using System.Collections.Immutable;

namespace Pulumi.Testing;

/// <summary>A function or method that a program calls.</summary>
public class MockCallArgs
{
    /// <summary>The function, such as <c>azure-native:authorization:getClientConfig</c>.</summary>
    public string? Token { get; set; }

    /// <summary>The arguments that are known and not null, by wire name; secrets are plain values.</summary>
    public ImmutableDictionary<string, object> Args { get; set; } = ImmutableDictionary<string, object>.Empty;

    /// <summary>The reference to the provider; empty for the default one.</summary>
    public string? Provider { get; set; }
}
