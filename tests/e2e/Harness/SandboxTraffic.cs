using Provisioning.Sandbox;
using Provisioning.Sandbox.Requests;

namespace Provisioning.EndToEnd.Tests.Harness;

/// <summary>What a sandbox was asked since a moment.</summary>
/// <param name="sandbox">The sandbox.</param>
internal sealed class SandboxTraffic(SandboxHost sandbox)
{
    private readonly long _start = sandbox.Requests.Count;

    /// <summary>All requests.</summary>
    public IReadOnlyList<RequestEntry> Requests => sandbox.Requests.Read(_start);

    /// <summary>The requests for a change to Resource Manager, Graph or Deep Lake, as <c>METHOD path</c>.</summary>
    public IReadOnlyList<string> Writes =>
        [.. Requests.Where(entry => entry.IsWrite && entry.Endpoint is not ("login" or "admin")).Select(entry => $"{entry.Method} {entry.Path}")];

    /// <summary>The requests for a change whose path holds a text.</summary>
    public IEnumerable<string> WritesTo(string part) => Writes.Where(write => write.Contains(part, StringComparison.OrdinalIgnoreCase));
}
