using System.Text.Json.Nodes;

namespace Provisioning.Cli.Migrations.PodIdentity.Writing;

/// <summary>One change in the cluster.</summary>
/// <param name="Commands">The commands that make it; none when it cannot be made in place.</param>
/// <param name="Manifest">The new object, or a strategic merge patch of the existing one.</param>
internal sealed record ClusterChange(IReadOnlyList<string> Commands, JsonObject Manifest);
