using System.Collections.Immutable;

namespace Pulumi.Testing;

/// <summary>The outputs of a component or of the stack.</summary>
public class MockRegisterResourceOutputsRequest
{
    /// <summary>The URN.</summary>
    public string? Urn { get; set; }

    /// <summary>The outputs by name.</summary>
    public ImmutableDictionary<string, Output<object?>> Outputs { get; set; } = ImmutableDictionary<string, Output<object?>>.Empty;
}
