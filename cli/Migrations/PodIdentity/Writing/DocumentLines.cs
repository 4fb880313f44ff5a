using System.Text.Json.Nodes;
using Provisioning.Cli.Migrations.PodIdentity.Translation;

namespace Provisioning.Cli.Migrations.PodIdentity.Writing;

/// <summary>The lines of the stack document: identities that exist, and the workloads that federated credentials follow from.</summary>
internal static class DocumentLines
{
    /// <summary>Name of the cluster while the user has given none.</summary>
    private const string UnknownCluster = "cluster";

    private const string Placeholder =
        "/subscriptions/${subscription}/resourceGroups/replace-me/providers/Microsoft.ContainerService/managedClusters/replace-me";

    /// <summary>The lines as an object of sections; empty when nothing was translated.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="cluster">Short name of the document's cluster; null to write a placeholder.</param>
    public static JsonObject Of(MigrationPlan plan, string? cluster)
    {
        var sections = new JsonObject();
        if (plan.Workloads.IsEmpty)
            return sections;
        sections["identities"] = Section(plan.Identities.Select(identity =>
            (identity.Name, new JsonObject { ["existing"] = identity.Existing.ToString() })));
        if (cluster is null)
            sections["clusters"] = new JsonObject { [UnknownCluster] = new JsonObject { ["existing"] = Placeholder } };
        sections["workloads"] = Section(plan.Workloads.Select(workload => (workload.Name, Workload(workload, cluster ?? UnknownCluster))));
        return sections;
    }

    /// <summary>The lines as text, with what a person has to do.</summary>
    public static string Write(MigrationPlan plan, string? cluster)
    {
        if (plan.Workloads.IsEmpty)
            return "# Nothing was translated.\n";
        var advice = "Add 'reads', 'writes', 'secrets' and 'pulls' to each workload: manifests do not tell what pods need.\n"
            + "The federated credentials of the identities follow from 'runsOn' on 'up'.\n"
            + (cluster is null ? "Replace the id of the cluster; its OIDC issuer must be enabled.\n" : "");
        return ManifestYaml.Comment(advice) + ManifestYaml.Write(Of(plan, cluster));
    }

    private static JsonObject Workload(MigratedWorkload workload, string cluster) => new()
    {
        ["runsOn"] = new JsonObject
        {
            ["kubernetes"] = new JsonObject
            {
                ["cluster"] = cluster,
                ["namespace"] = workload.Account.Namespace,
                ["serviceAccount"] = workload.Account.Name,
            },
        },
        ["identity"] = workload.Identity.Name,
    };

    private static JsonObject Section(IEnumerable<(string Name, JsonObject Entry)> entries)
    {
        var section = new JsonObject();
        foreach (var (name, entry) in entries)
            section[name] = entry;
        return section;
    }
}
