using System.Globalization;

namespace Provisioning.Engine.Backends;

/// <summary>
/// Where Pulumi's self-managed backends keep things (pkg/backend/diy, layout version 1), below the folder or bucket of
/// the URL. Paths are relative, with slashes.
/// </summary>
public static class StoreLayout
{
    /// <summary>Names the version of the layout.</summary>
    public const string Meta = ".pulumi/meta.yaml";

    /// <summary>Holds a folder for each project, with the states of its stacks.</summary>
    public const string Stacks = ".pulumi/stacks";

    /// <summary>The extension of a state, before one of compression.</summary>
    public const string CheckpointExtension = ".json";

    /// <summary>The extension of what go-cloud keeps beside each file; content never depends on it.</summary>
    public const string AttributesExtension = ".attrs";

    private const string HistoryEntrySuffix = ".history";

    /// <summary>The stacks whose states are among files, each once, in the order of the files.</summary>
    /// <param name="files">Folder, which is the project, and name.</param>
    public static IEnumerable<StackReference> FindStacks(IEnumerable<(string Project, string Name)> files) => files
        .Select(file => (file.Project, Stack: StateContent.StateName(file.Name)))
        .Where(found => found.Stack is not null && StackReference.IsValidName(found.Project) && StackReference.IsValidName(found.Stack))
        .Select(found => new StackReference(found.Project, found.Stack ?? ""))
        .Distinct();

    /// <summary>The state of a stack, before an extension of compression.</summary>
    public static string Checkpoint(StackReference stack) => $"{Stacks}/{stack.Project}/{stack.Stack}{CheckpointExtension}";

    /// <summary>The tags of a stack.</summary>
    public static string Tags(StackReference stack) => $"{Stacks}/{stack.Project}/{stack.Stack}.pulumi-tags";

    /// <summary>
    /// Our journal of a running operation. Pulumi takes only the extensions of JSON and YAML beside a state for stacks.
    /// </summary>
    public static string Journal(StackReference stack) => $"{Stacks}/{stack.Project}/{stack.Stack}.journal";

    /// <summary>The folder of a stack's past operations.</summary>
    public static string History(StackReference stack) => $".pulumi/history/{stack.Project}/{stack.Stack}";

    /// <summary>What a past operation was.</summary>
    /// <param name="stack">The stack.</param>
    /// <param name="stamp">When, in nanoseconds since 1970.</param>
    public static string HistoryEntry(StackReference stack, long stamp) => $"{History(stack)}/{stack.Stack}-{stamp}{HistoryEntrySuffix}{CheckpointExtension}";

    /// <summary>The state that a past operation left.</summary>
    /// <param name="stack">The stack.</param>
    /// <param name="stamp">When, as in <see cref="HistoryEntry"/>.</param>
    /// <param name="extension">The state's own, with that of compression.</param>
    public static string HistoryCheckpoint(StackReference stack, long stamp, string extension) => $"{History(stack)}/{stack.Stack}-{stamp}.checkpoint{extension}";

    /// <summary>Which of the names in a folder of past operations are entries: without extension, newest first.</summary>
    /// <param name="fileNames">All names in the folder.</param>
    public static IEnumerable<string> HistoryEntries(IEnumerable<string> fileNames) => fileNames
        .Select(name => StateContent.StateName(name) ?? "")
        .Where(name => name.EndsWith(HistoryEntrySuffix, StringComparison.Ordinal))
        .Distinct(StringComparer.Ordinal)
        .OrderDescending(StringComparer.Ordinal);

    /// <summary>The stamp in the name of an entry of a history; 0 when it has none.</summary>
    public static long StampOf(string entry) =>
        long.TryParse(entry[(entry.LastIndexOf('-') + 1)..^HistoryEntrySuffix.Length], NumberStyles.None, CultureInfo.InvariantCulture, out var stamp) ? stamp : 0;

    /// <summary>The folder of a stack's past states.</summary>
    public static string Backups(StackReference stack) => $".pulumi/backups/{stack.Project}/{stack.Stack}";

    /// <summary>The state after a past operation.</summary>
    /// <param name="stack">The stack.</param>
    /// <param name="stamp">When, as in <see cref="HistoryEntry"/>.</param>
    /// <param name="extension">The state's own, with that of compression.</param>
    public static string Backup(StackReference stack, long stamp, string extension) => $"{Backups(stack)}/{stack.Stack}.{stamp}{extension}";

    /// <summary>The folder of a stack's locks.</summary>
    public static string Locks(StackReference stack) => $".pulumi/locks/{stack.FullName}";
}
