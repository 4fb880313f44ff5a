using Pulumi;

namespace Provisioning.Conformance.Program.Resources;

/// <summary>The inputs of a component that its provider builds.</summary>
internal sealed class RemoteArgs : ResourceArgs
{
    [Input("plain")]
    public Input<string>? Plain { get; set; }

    [Input("hidden")]
    public Input<string>? Hidden { get; set; }

    [Input("result")]
    public Input<string>? Result { get; set; }

    [Input("secretResult")]
    public Input<string>? SecretResult { get; set; }

    [Input("nested")]
    public Input<InnerArgs>? Nested { get; set; }

    [Input("thing")]
    public Input<Thing>? Thing { get; set; }
}
