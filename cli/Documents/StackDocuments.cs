using Provisioning.Cli.Commands;
using Provisioning.Cli.Diagnostics;
using Provisioning.Infra.Model;
using Provisioning.Infra.Model.Diagnostics;

namespace Provisioning.Cli.Documents;

/// <summary>Reads the document of a stack for the command line: every problem is shown, and an error ends the command.</summary>
/// <param name="context">Where problems are written.</param>
internal sealed class StackDocuments(CommandContext context)
{
    /// <summary>Reads a document.</summary>
    /// <param name="path">The file; shown relative to the working folder where it lies below it.</param>
    /// <exception cref="CommandException">The document has errors; they have been shown.</exception>
    public async Task<StackDocument> LoadAsync(string path)
    {
        var result = new StackDocumentLoader(context.Host.Time).Load(Shown(path));
        foreach (var diagnostic in result.Diagnostics)
            await context.Terminal.Error.WriteLineAsync(diagnostic.ToString());

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
