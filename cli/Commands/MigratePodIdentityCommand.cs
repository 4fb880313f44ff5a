using System.CommandLine;
using System.Text.RegularExpressions;
using Provisioning.Cli.Diagnostics;
using Provisioning.Cli.Migrations.PodIdentity.Reading;
using Provisioning.Cli.Migrations.PodIdentity.Translation;
using Provisioning.Cli.Migrations.PodIdentity.Writing;

namespace Provisioning.Cli.Commands;

/// <summary><c>migrate pod-identity</c>: translates the manifests of AAD Pod Identity. It asks neither Azure nor the cluster.</summary>
internal sealed partial class MigratePodIdentityCommand : ICommandDefinition
{
    private readonly Argument<string[]> manifests = new("manifests")
    {
        Description = "Files or folders with the cluster's manifests; '-' reads the input",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string?> cluster = new("--cluster") { Description = "The document's cluster (default: a placeholder is written)", HelpName = "name" };
    private readonly Option<string?> defaultNamespace = new("--namespace") { Description = "Namespace of the objects that name none", HelpName = "name" };
    private readonly Option<string?> output = new("--output", "-o") { Description = "Write workloads.yaml, kubernetes.yaml and report.md there", HelpName = "folder" };
    private readonly Option<bool> force = new("--force") { Description = "Replace files that exist" };
    private readonly Option<bool> json = new("--json") { Description = "Write everything as JSON" };

    public Command Build(CommandRunner run)
    {
        cluster.Validators.Add(result =>
        {
            if (!ShortName().IsMatch(result.GetValueOrDefault<string?>() ?? ""))
                result.AddError("'--cluster' takes the short name of a cluster in the document: a letter, then letters, digits and hyphens.");
        });
        var command = new Command("pod-identity", "Translate the manifests of AAD Pod Identity into workloads of service accounts")
        {
            manifests, cluster, defaultNamespace, output, force, json,
        };
        return run.Handle(command, async (arguments, context, cancellationToken) =>
        {
            var plan = PodIdentityTranslation.Translate(await ReadAsync(arguments, context, cancellationToken));
            await WriteAsync(plan, arguments, context, cancellationToken);
            return plan.IsComplete ? ExitCode.Success : ExitCode.Error;
        });
    }

    private async Task<ClusterManifests> ReadAsync(ParseResult arguments, CommandContext context, CancellationToken cancellationToken)
    {
        var files = await new ManifestFiles(context.Settings.Directory, context.Terminal.In)
            .ReadAsync(arguments.GetRequiredValue(manifests), cancellationToken);
        var read = ClusterManifests.Of(files.SelectMany(file => ManifestReader.Read(file, arguments.GetValue(defaultNamespace))));
        return !read.IsEmpty ? read : throw new CommandException(new CommandError(
            "ACC7203",
            ExitCode.Usage,
            "The manifests have nothing of AAD Pod Identity: no AzureIdentity, no AzureIdentityBinding and no pods with the label 'aadpodidbinding'. Name the files that have, with those of the pods."));
    }

    private async Task WriteAsync(MigrationPlan plan, ParseResult arguments, CommandContext context, CancellationToken cancellationToken)
    {
        var name = arguments.GetValue(cluster);
        if (arguments.GetValue(output) is { } folder)
        {
            await new MigrationFolder(Path.GetFullPath(folder, context.Settings.Directory))
                .WriteAsync(plan, name, arguments.GetValue(force), cancellationToken);
        }

        if (arguments.GetValue(json))
            await context.Terminal.Out.WriteAsync(MigrationJson.Write(plan, name));
        else if (arguments.GetValue(output) is null)
            await context.Terminal.Out.WriteAsync(MigrationText.Write(plan, name));
        else
            await context.Terminal.Out.WriteAsync(MigrationReport.Lines(plan));
    }

    [GeneratedRegex(@"\A[A-Za-z][A-Za-z0-9-]{0,62}\z")]
    private static partial Regex ShortName();
}
