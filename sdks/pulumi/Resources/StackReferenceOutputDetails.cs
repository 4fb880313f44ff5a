namespace Pulumi;

/// <summary>An output of another stack: a plain value, a secret one, or neither when there is none of the name.</summary>
public sealed record StackReferenceOutputDetails
{
    /// <summary>The value, or null when it is secret or missing.</summary>
    public object? Value { get; init; }

    /// <summary>The value when it is secret; else null.</summary>
    public object? SecretValue { get; init; }
}
