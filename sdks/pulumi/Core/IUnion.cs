namespace Pulumi;

/// <summary>A union whose types are not known at compile time.</summary>
internal interface IUnion
{
    /// <summary>The value of whichever case it is.</summary>
    object? Value { get; }
}
