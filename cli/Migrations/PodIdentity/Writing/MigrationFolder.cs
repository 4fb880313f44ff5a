using Provisioning.Cli.Diagnostics;
using Provisioning.Cli.Migrations.PodIdentity.Translation;

namespace Provisioning.Cli.Migrations.PodIdentity.Writing;

/// <summary>A migration as files: <c>workloads.yaml</c>, <c>kubernetes.yaml</c> and <c>report.md</c>.</summary>
/// <param name="folder">Where they go.</param>
internal sealed class MigrationFolder(string folder)
{
    /// <summary>Writes all files, or none when one of them exists.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="cluster">Short name of the document's cluster; null to write a placeholder.</param>
    /// <param name="overwrite">Whether files that exist are replaced.</param>
    /// <param name="cancellationToken">Stops between two files.</param>
    /// <exception cref="CommandException">A file exists, or cannot be written.</exception>
    public async Task WriteAsync(MigrationPlan plan, string? cluster, bool overwrite, CancellationToken cancellationToken)
    {
        (string Path, string Text)[] files =
        [
            (PathOf("workloads.yaml"), DocumentLines.Write(plan, cluster)),
            (PathOf("kubernetes.yaml"), ClusterChanges.Write(ClusterChanges.Of(plan))),
            (PathOf("report.md"), MigrationReport.Page(plan)),
        ];
        if (!overwrite && files.FirstOrDefault(file => File.Exists(file.Path)) is { Path: { } existing })
            throw new CommandException(new CommandError("ACC7202", ExitCode.Usage, $"'{existing}' exists; give '--force' to replace it, or another folder."));

        try
        {
            Directory.CreateDirectory(folder);
            foreach (var file in files)
                await File.WriteAllTextAsync(file.Path, file.Text, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CommandException(new CommandError("ACC7204", ExitCode.Usage, $"'{folder}' cannot be written: {exception.Message}"), exception);
        }
    }

    private string PathOf(string name) => Path.Combine(folder, name);
}
