using System.Collections.Immutable;
using Provisioning.Engine.Projects;

namespace Provisioning.Engine.Backends;

/// <summary>One entry of a stack's history (Pulumi's pkg/backend/updates.go).</summary>
/// <param name="Kind"><c>update</c>, <c>refresh</c>, <c>destroy</c>, <c>import</c>, <c>rename</c>.</param>
/// <param name="StartTime">When the operation began; whole seconds on disk.</param>
/// <param name="EndTime">When it ended.</param>
/// <param name="Message">What the user said about it; may be empty.</param>
/// <param name="Environment">Facts about where it ran: <c>git.head</c>, <c>exec.kind</c>, ….</param>
/// <param name="Config">The configuration as the stack's settings had it, secrets encrypted.</param>
/// <param name="Succeeded">Whether it reached its end without an error.</param>
/// <param name="ResourceChanges">Counts by operation, such as <c>create</c> and <c>same</c>.</param>
public sealed record UpdateInfo(
    string Kind,
    DateTimeOffset StartTime,
    DateTimeOffset EndTime,
    string Message,
    ImmutableSortedDictionary<string, string> Environment,
    ImmutableSortedDictionary<ConfigKey, ConfigValue> Config,
    bool Succeeded,
    ImmutableSortedDictionary<string, int> ResourceChanges);
