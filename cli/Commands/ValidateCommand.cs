using System.CommandLine;
using Provisioning.Cli.Documents;
using Provisioning.Cli.Workspaces;

namespace Provisioning.Cli.Commands;

/// <summary><c>validate</c>: checks a stack document without network, state or credentials.</summary>
internal sealed class ValidateCommand : ICommandDefinition
{
    public Command Build(CommandRunner run)
    {
        var file = new Argument<string?>("document")
        {
            Description = "The document to check (default: the stack's)",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var command = new Command("validate", "Check a stack document without network") { file };
        return run.Handle(command, async (arguments, context, cancellationToken) =>
        {
            var path = arguments.GetValue(file) is { } given
                ? Path.GetFullPath(given, context.Settings.Directory)
                : await StackDocumentAsync(context, cancellationToken);
            var document = await new StackDocuments(context).LoadAsync(path, quietly: false);
            await context.Terminal.Out.WriteLineAsync($"{Path.GetFileName(document.Path)} is valid: {document.Workloads.Length} workloads, {document.Identities.Length} identities.");
            return ExitCode.Success;
        });
    }

    private static async Task<string> StackDocumentAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var workspace = await ProjectWorkspace.OpenAsync(context, cancellationToken);
        return workspace.DocumentPath(await workspace.OpenAnyStackAsync(cancellationToken));
    }
}
