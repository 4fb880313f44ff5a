namespace Provisioning.Conformance.Tests.Harness;

/// <summary>A theory that needs the official Node.js packages; skipped by name where they are absent.</summary>
internal sealed class NodeTheoryAttribute : TheoryAttribute
{
    public NodeTheoryAttribute() => Skip = NodeWorkspace.Absent;
}
