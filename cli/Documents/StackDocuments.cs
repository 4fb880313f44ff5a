using System.Collections.Concurrent;
using Provisioning.Cli.Commands;
using Provisioning.Cli.Diagnostics;
using Provisioning.Infra.Model;
using Provisioning.Infra.Model.Diagnostics;

namespace Provisioning.Cli.Documents;

/// <summary>Reads the document of a stack for the command line: an error ends the command before anything is done.</summary>
/// <param name="context">Where problems are written.</param>
internal sealed class StackDocuments(CommandContext context)
{
    private readonly StackDocumentLoader loader = new(context.Host.Time);
    private readonly ConcurrentDictionary<string, LoadResult> read = new(StringComparer.Ordinal);

    /// <summary>Reads a document once: command line and program deploy the same, also when the file changes meanwhile.</summary>
    /// <param name="path">The file.</param>
    public LoadResult Read(string path) => read.GetOrAdd(Path.GetFullPath(path), loader.Load);

    /// <summary>Reads a document.</summary>
    /// <param name="path">The file; shown relative to the working folder where it lies below it.</param>
    /// <param name="quietly">Leave advice to the program, which says it in its own place.</param>
    /// <exception cref="CommandException">The document has errors; they have been shown.</exception>
    public async Task<StackDocument> LoadAsync(string path, bool quietly)
    {
        var result = Read(path);
        foreach (var diagnostic in result.Diagnostics.Where(_ => !quietly || !result.IsValid))
            await context.Terminal.Error.WriteLineAsync((diagnostic with { File = Shown(path) }).ToString());

        var errors = result.Diagnostics.Count(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        return result.Document ?? throw new CommandException(new CommandError(
            "ACC7003",
            ExitCode.Usage,
            $"{Shown(path)} has {(errors == 1 ? "an error" : $"{errors} errors")}; nothing was changed. docs/diagnostics.md says what to do about each."));
    }

    private string Shown(string path)
    {
        var relative = Path.GetRelativePath(context.Host.WorkingDirectory, path);
        return relative.StartsWith("..", StringComparison.Ordinal) ? path : relative;
    }
}
