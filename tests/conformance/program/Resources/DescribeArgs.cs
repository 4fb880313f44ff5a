using Pulumi;

namespace Provisioning.Conformance.Program.Resources;

/// <summary>What the method of a thing takes.</summary>
internal sealed class DescribeArgs : CallArgs
{
    [Input("text")]
    public Input<string>? Text { get; set; }

    [Input("list")]
    public InputList<string>? List { get; set; }
}
