namespace Pulumi;

/// <summary>What a transformation makes of a resource.</summary>
/// <param name="args">The arguments to use.</param>
/// <param name="options">The options to use; the parent must stay the same.</param>
public readonly struct ResourceTransformationResult(ResourceArgs args, ResourceOptions options)
{
    /// <summary>The arguments to use.</summary>
    public ResourceArgs Args { get; } = args;

    /// <summary>The options to use.</summary>
    public ResourceOptions Options { get; } = options;
}
