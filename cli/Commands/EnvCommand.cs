using System.CommandLine;
using Provisioning.Cli.Documents;
using Provisioning.Cli.Environments;
using Provisioning.Cli.Workspaces;

namespace Provisioning.Cli.Commands;

/// <summary><c>env</c>: prints what a workload or the pods of a pod identity must run with. There is no secret in it, because there is none.</summary>
internal sealed class EnvCommand : ICommandDefinition
{
    public Command Build(CommandRunner run)
    {
        var name = new Argument<string>("name") { Description = "The workload or pod identity of the document, such as 'score' or 'podIdentities.score'" };
        var format = new Option<EnvironmentFormat?>("--format", "-f")
        {
            Description = "dotenv, json, kubernetes, aml or radix (default: what its platform takes)",
            HelpName = "format",
        };
        return run.Handle(new Command("env", "Print what a workload must run with") { name, format }, async (arguments, context, cancellationToken) =>
        {
            var workspace = await ProjectWorkspace.OpenAsync(context, cancellationToken);
            var store = await workspace.OpenStackAsync(cancellationToken);
            var document = await new StackDocuments(context).LoadAsync(workspace.DocumentPath(store), quietly: true);
            var outputs = (await store.LoadAsync(cancellationToken)).Snapshot.Outputs;
            var entry = EnvironmentSubject.Find(document, arguments.GetRequiredValue(name));
            await context.Terminal.Out.WriteAsync(EnvironmentText.Write(entry, outputs, arguments.GetValue(format)));
            return ExitCode.Success;
        });
    }
}
