using System.Text;
using System.Text.RegularExpressions;
using Provisioning.Engine.Events;
using Provisioning.Engine.Operations;
using Provisioning.Engine.State;
using Provisioning.Engine.Tests.Harness;
using Pulumirpc;

namespace Provisioning.Conformance.Tests.Harness;

/// <summary>
/// What the runs of a program did, as text to review. What runs at once has no order, so steps are sorted by URN; the
/// steps of one resource keep theirs.
/// </summary>
internal sealed partial class Transcript
{
    private readonly StringBuilder text = new();

    public override string ToString() => text.ToString();

    /// <summary>Adds a run.</summary>
    /// <param name="title">The operation and the step of the program.</param>
    /// <param name="outcome">How it ended.</param>
    /// <param name="events">What it told.</param>
    /// <param name="showState">Whether the state may have changed.</param>
    public void Add(string title, OperationOutcome outcome, RecordingEvents events, bool showState)
    {
        text.Append(text.Length == 0 ? "" : "\n").Append($"## {title}: {outcome.Result.ToString().ToLowerInvariant()}\n");
        Section("steps", Steps(events));
        Section("diagnostics", events.Diagnostics.Where(diagnostic => diagnostic.Severity != LogSeverity.Debug).SelectMany(Describe).Order(StringComparer.Ordinal));
        Section("outputs", outcome.Snapshot.Outputs.AsEnumerable().Select(output => $"{output.Key} = {PropertyText.Of(output.Value)}"));
        if (showState)
            Section("state", outcome.Snapshot.Resources.Where(IsInteresting).OrderBy(resource => PropertyText.Short(resource.Urn), StringComparer.Ordinal).SelectMany(Describe));
    }

    [GeneratedRegex("\u001b\\[\\d+m")]
    private static partial Regex Colors();

    private static IEnumerable<string> Steps(RecordingEvents events)
    {
        var failed = events.All.OfType<EngineEvent.ResourceOperationFailed>().Select(failure => (failure.Metadata.Urn, failure.Metadata.Op)).ToHashSet();
        return events.All.OfType<EngineEvent.ResourcePre>()
            .Select(pre => pre.Metadata)
            .Where(step => step.Op != StepOp.Same || step.Urn.Type != Urn.StackType)
            .OrderBy(step => PropertyText.Short(step.Urn), StringComparer.Ordinal)
            .Select(step => $"{step.Op.Name()} {PropertyText.Short(step.Urn)}{Changes(step)}{(failed.Contains((step.Urn, step.Op)) ? " failed" : "")}");
    }

    private static string Changes(StepMetadata step) =>
        (step.Diffs.IsEmpty ? "" : $" changes {string.Join(", ", step.Diffs)}")
        + (step.ReplaceKeys.IsEmpty ? "" : $" replaces for {string.Join(", ", step.ReplaceKeys)}");

    /// <summary>A message without colours, traces of calls, and the folder of this checkout; nothing when that is all it was.</summary>
    private static IEnumerable<string> Describe(EngineEvent.Diagnostic diagnostic)
    {
        var lines = Colors().Replace(diagnostic.Message, "").Split('\n').Where(line => line.Trim().Length > 0 && !line.StartsWith("    at ", StringComparison.Ordinal)).ToList();
        if (lines.Count == 0)
            yield break;
        var where = diagnostic.Urn is { } urn ? $"{PropertyText.Short(urn)}: " : "";
        var message = string.Join(" | ", lines.Select(line => line.Trim())).Replace(NodeWorkspace.Directory, "<node>", StringComparison.Ordinal);
        yield return $"{diagnostic.Severity.ToString().ToLowerInvariant()} {where}{Uncaught().Replace(message, "${error}")}";
    }

    /// <summary>
    /// How the SDK reports an error that nobody caught: which of the promises that failed with it comes first decides how
    /// much is said around it.
    /// </summary>
    [GeneratedRegex(@"^(Running program '[^']*' failed with an unhandled exception: \| )?(<ref \*\d+> )?(?<error>.*?)( \| promise: .*)?$")]
    private static partial Regex Uncaught();

    private static bool IsInteresting(ResourceState resource) =>
        resource.Type != Urn.StackType && !(resource.Urn.IsProvider && resource.Urn.Name.StartsWith("default", StringComparison.Ordinal));

    private static IEnumerable<string> Describe(ResourceState resource)
    {
        yield return $"{PropertyText.Short(resource.Urn)}{(resource.Id.Length == 0 || resource.Urn.IsProvider ? "" : $" {resource.Id}")}{Flags(resource)}";
        if (resource.Inputs.Count > 0)
            yield return $"    inputs {PropertyText.Of(resource.Inputs)}";
        if (resource.Outputs.Count > 0 && !resource.Outputs.Equals(resource.Inputs))
            yield return $"    outputs {PropertyText.Of(resource.Outputs)}";
        if (!resource.Dependencies.IsEmpty)
            yield return $"    depends on {Urns(resource.Dependencies)}";
        foreach (var (property, urns) in resource.PropertyDependencies.Where(entry => !entry.Value.IsEmpty))
            yield return $"    {property} depends on {Urns(urns)}";
        foreach (var line in Options(resource))
            yield return $"    {line}";
    }

    private static IEnumerable<string> Options(ResourceState resource)
    {
        if (resource.Provider is { } provider && !provider.Urn.Name.StartsWith("default", StringComparison.Ordinal))
            yield return $"provider {PropertyText.Short(provider.Urn)}";
        if (resource.DeletedWith is { } owner)
            yield return $"deleted with {PropertyText.Short(owner)}";
        if (!resource.ReplaceWith.IsEmpty)
            yield return $"replaced with {Urns(resource.ReplaceWith)}";
        if (!resource.IgnoreChanges.IsEmpty)
            yield return $"ignores {string.Join(", ", resource.IgnoreChanges)}";
        if (!resource.ReplaceOnChanges.IsEmpty)
            yield return $"replaced for {string.Join(", ", resource.ReplaceOnChanges)}";
        if (!resource.HideDiff.IsEmpty)
            yield return $"hides {string.Join(", ", resource.HideDiff)}";
        if (!resource.AdditionalSecretOutputs.IsEmpty)
            yield return $"secret {string.Join(", ", resource.AdditionalSecretOutputs)}";
        if (resource.ReplacementTrigger is { } trigger)
            yield return $"trigger {PropertyText.Of(trigger)}";
        if (resource.CustomTimeouts is { } timeouts)
            yield return $"timeouts create {timeouts.Create}, update {timeouts.Update}, delete {timeouts.Delete}, read {timeouts.Read}";
        if (!resource.InitErrors.IsEmpty)
            yield return $"half done: {string.Join("; ", resource.InitErrors)}";
    }

    private static string Flags(ResourceState resource) => string.Concat(
        resource.Protect ? " protected" : "",
        resource.External ? " external" : "",
        resource.RetainOnDelete ? " retained" : "",
        resource.Delete ? " to be deleted" : "",
        resource.PendingReplacement ? " to be replaced" : "",
        resource.ImportId.Length > 0 ? " imported" : "");

    private static string Urns(IEnumerable<Urn> urns) => string.Join(", ", urns.Select(PropertyText.Short).Order(StringComparer.Ordinal));

    private void Section(string name, IEnumerable<string> lines)
    {
        var all = lines.ToList();
        if (all.Count == 0)
            return;
        text.Append(name).Append('\n');
        foreach (var line in all)
            text.Append("  ").Append(line).Append('\n');
    }
}
