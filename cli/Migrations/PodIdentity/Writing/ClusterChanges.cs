using System.Text.Json.Nodes;
using Provisioning.Cli.Migrations.PodIdentity.Reading;
using Provisioning.Cli.Migrations.PodIdentity.Translation;

namespace Provisioning.Cli.Migrations.PodIdentity.Writing;

/// <summary>
/// The changes of service accounts and pod templates, as strategic merge patches. A patch touches the three fields that have to
/// change, whoever made the object and whatever changed in it since it was exported; a rewritten object would undo the rest,
/// and <c>kubectl apply</c> of one would not remove a label that it has not written.
/// </summary>
internal static class ClusterChanges
{
    private const string Prefix = "azure.workload.identity/";

    /// <summary>The changes in the order to make them: accounts before the pods that name them.</summary>
    public static IReadOnlyList<ClusterChange> Of(MigrationPlan plan) =>
    [
        .. plan.Workloads.Select(workload => workload.Account).Where(account => account.IsNew || account.ClientId is not null).Select(Account),
        .. plan.Workloads.SelectMany(workload => workload.Owners.Select(owner => Pods(owner, workload.Account))),
    ];

    /// <summary>The changes as documents, each below its commands.</summary>
    public static string Write(IReadOnlyList<ClusterChange> changes) => changes.Count == 0
        ? "# Nothing to change.\n"
        : "# Run 'up' with the lines of the stack document before the commands, so that the identities trust the accounts.\n"
            + string.Join("---\n", changes.Select(Write));

    private static string Write(ClusterChange change) => (change.Commands.Count == 0
        ? "# Not in place: write it into the manifest, delete the object and create it anew.\n"
        : ManifestYaml.Comment(string.Join('\n', change.Commands))) + ManifestYaml.Write(change.Manifest);

    private static ClusterChange Account(MigratedAccount account)
    {
        var metadata = new JsonObject { ["name"] = account.Name, ["namespace"] = account.Namespace };
        var commands = new List<string>();
        if (account.IsNew)
            commands.Add($"kubectl create serviceaccount {account.Name} --namespace {account.Namespace}");
        if (account.ClientId is { } clientId)
        {
            metadata["annotations"] = new JsonObject { [Prefix + "client-id"] = clientId.ToString() };
            commands.Add($"kubectl annotate serviceaccount {account.Name} --namespace {account.Namespace} {Prefix}client-id={clientId}");
        }

        return new ClusterChange(commands, new JsonObject { ["apiVersion"] = "v1", ["kind"] = "ServiceAccount", ["metadata"] = metadata });
    }

    private static ClusterChange Pods(PodOwner owner, MigratedAccount account)
    {
        var change = Around(owner, new JsonObject
        {
            ["metadata"] = new JsonObject
            {
                ["labels"] = new JsonObject { [Prefix + "use"] = "true", [PodOwner.BindingLabel] = null },
            },
            ["spec"] = new JsonObject { ["serviceAccountName"] = account.Name },
        });
        var patch = change.ToJsonString();
        var commands = owner.IsImmutable || owner.SelectsByLabel
            ? (IReadOnlyList<string>)[]
            : [$"kubectl patch {owner.Manifest.Kind.ToLowerInvariant()} {owner.Name} --namespace {account.Namespace} --patch '{patch}'"];
        return new ClusterChange(commands, Identified(owner, account.Namespace, change));
    }

    private static JsonObject Around(PodOwner owner, JsonObject template) =>
        owner.TemplatePath.Reverse().Aggregate(template, (inner, key) => new JsonObject { [key] = inner });

    /// <summary>The patch with what it is for, so that it can stand in a file: its own metadata comes first.</summary>
    private static JsonObject Identified(PodOwner owner, string podNamespace, JsonObject change)
    {
        var metadata = new JsonObject { ["name"] = owner.Name, ["namespace"] = podNamespace };
        var manifest = new JsonObject
        {
            ["apiVersion"] = owner.Manifest.Text("apiVersion") ?? "v1",
            ["kind"] = owner.Manifest.Kind,
            ["metadata"] = metadata,
        };
        foreach (var (key, value) in change.ToArray())
        {
            change.Remove(key);
            if (key == "metadata" && value is JsonObject own && own["labels"] is { } labels)
                metadata["labels"] = labels.DeepClone();
            else
                manifest[key] = value;
        }

        return manifest;
    }
}
