using Provisioning.Cli.Commands;
using Provisioning.Cli.Diagnostics;
using Provisioning.Infra.Model;
using Provisioning.Infra.Model.Diagnostics;

namespace Provisioning.Cli.Documents;

/// <summary>Reads the document of a stack for the command line: an error ends the command before anything is done.</summary>
/// <param name="context">Where problems are written.</param>
internal sealed class StackDocuments(CommandContext context)
{
    /// <summary>Reads a document.</summary>
    /// <param name="path">The file; shown relative to the working folder where it lies below it.</param>
    /// <param name="quietly">Leave advice to the program, which reads the document again and says it in its own place.</param>
    /// <exception cref="CommandException">The document has errors; they have been shown.</exception>
    public async Task<StackDocument> LoadAsync(string path, bool quietly)
    {
        var result = new StackDocumentLoader(context.Host.Time).Load(path);
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
