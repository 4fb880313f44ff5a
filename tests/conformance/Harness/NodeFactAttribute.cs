namespace Provisioning.Conformance.Tests.Harness;

/// <summary>A test that needs the official Node.js packages; skipped by name where they are absent.</summary>
internal sealed class NodeFactAttribute : FactAttribute
{
    public NodeFactAttribute() => Skip = NodeWorkspace.Absent;
}
