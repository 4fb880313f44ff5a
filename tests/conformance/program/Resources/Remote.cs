using Pulumi;

namespace Provisioning.Conformance.Program.Resources;

/// <summary>A component that its provider builds.</summary>
internal sealed class Remote(string name, RemoteArgs? args = null, ComponentResourceOptions? options = null)
    : ComponentResource("test:index:Remote", name, args ?? new RemoteArgs(), options, remote: true)
{
    [Output("result")]
    public Output<string> Result { get; private set; } = null!;
}
