using Pulumi;

namespace Provisioning.Conformance.Program.Resources;

/// <summary>An object inside of an input.</summary>
internal sealed class NestedArgs : ResourceArgs
{
    [Input("text")]
    public Input<string>? Text { get; set; }

    [Input("inner")]
    public Input<InnerArgs>? Inner { get; set; }
}
