namespace Pulumi;

/// <summary>Arguments of <see cref="StackReference"/>.</summary>
public sealed class StackReferenceArgs : ResourceArgs
{
    /// <summary>The stack: <c>organization/project/stack</c>; null for the resource's name.</summary>
    [Input("name", required: true)]
    public Input<string>? Name { get; set; }
}
