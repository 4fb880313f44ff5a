using Pulumi;

namespace Provisioning.Conformance.Program.Resources;

/// <summary>A component without outputs. The official Node.js SDK completes those by itself.</summary>
internal sealed class Group : ComponentResource
{
    public Group(string name, ComponentResourceOptions? options = null)
        : base("test:index:Group", name, options) => RegisterOutputs();
}
