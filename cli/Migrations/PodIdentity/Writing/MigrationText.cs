using Provisioning.Cli.Migrations.PodIdentity.Translation;

namespace Provisioning.Cli.Migrations.PodIdentity.Writing;

/// <summary>A migration for people: one stream of YAML documents in three headed parts, of which the last is comments alone.</summary>
internal static class MigrationText
{
    /// <summary>Writes a plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="cluster">Short name of the document's cluster; null to write a placeholder.</param>
    public static string Write(MigrationPlan plan, string? cluster) =>
        "# 1. Lines for the stack document\n"
        + DocumentLines.Write(plan, cluster)
        + "---\n# 2. Changes in the cluster\n"
        + ClusterChanges.Write(ClusterChanges.Of(plan))
        + "---\n# 3. What is left to do by hand\n"
        + ManifestYaml.Comment(MigrationReport.Lines(plan));
}
