using Pulumi;

namespace Provisioning.Conformance.Program.Resources;

/// <summary>The configuration of a provider.</summary>
internal sealed class ProviderArgs : ResourceArgs
{
    [Input("region")]
    public Input<string>? Region { get; set; }
}
