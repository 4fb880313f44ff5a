using Pulumi;

namespace Provisioning.Conformance.Program.Resources;

/// <summary>What the function takes.</summary>
internal sealed class FindArgs : InvokeArgs
{
    [Input("text")]
    public Input<string>? Text { get; set; }

    [Input("list")]
    public InputList<string>? List { get; set; }

    [Input("map")]
    public InputMap<string>? Map { get; set; }

    [Input("nested")]
    public Input<NestedArgs>? Nested { get; set; }
}
