using Pulumi;

namespace Provisioning.Conformance.Program.Resources;

/// <summary>An object inside of an object.</summary>
internal sealed class InnerArgs : ResourceArgs
{
    [Input("list")]
    public InputList<string>? List { get; set; }

    [Input("map")]
    public InputMap<string>? Map { get; set; }
}
