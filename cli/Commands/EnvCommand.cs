using System.CommandLine;
using Provisioning.Cli.Documents;
using Provisioning.Cli.Environments;
using Provisioning.Cli.Workspaces;

namespace Provisioning.Cli.Commands;

/// <summary><c>env</c>: prints what a workload must run with. There is no secret in it, because there is none.</summary>
internal sealed class EnvCommand : ICommandDefinition
{
    public Command Build(CommandRunner run)
    {
        var workload = new Argument<string>("workload") { Description = "The workload of the document" };
        var format = new Option<EnvironmentFormat?>("--format", "-f")
        {
            Description = "dotenv, json, kubernetes, aml or radix (default: what its platform takes)",
            HelpName = "format",
        };
        return run.Handle(new Command("env", "Print what a workload must run with") { workload, format }, async (arguments, context, cancellationToken) =>
        {
            var workspace = await ProjectWorkspace.OpenAsync(context, cancellationToken);
            var store = await workspace.OpenStackAsync(cancellationToken);
            var document = await new StackDocuments(context).LoadAsync(workspace.DocumentPath(store), quietly: true);
            var outputs = (await store.LoadAsync(cancellationToken)).Snapshot.Outputs;
            var setting = WorkloadSetting.Read(document, outputs, arguments.GetRequiredValue(workload));
            await context.Terminal.Out.WriteAsync(EnvironmentText.Write(setting, arguments.GetValue(format) ?? setting.NaturalFormat));
            return ExitCode.Success;
        });
    }
}
