using Provisioning.Infra.Model.Hosts;

namespace Provisioning.Cli.Environments;

/// <summary>
/// Manifests for <c>kubectl apply</c>: the service account that Azure's webhook reads, and a config map with the other variables.
/// What the pods must have follows as comments, because the pods are the user's.
/// </summary>
/// <remarks>Azure/azure-workload-identity pkg/webhook/consts.go has the annotations and the label.</remarks>
internal static class KubernetesManifests
{
    private const string Prefix = "azure.workload.identity/";

    /// <summary>Writes the manifests of a workload that runs as a service account.</summary>
    public static string Write(WorkloadSetting setting)
    {
        if (setting.Workload.RunsOn is not KubernetesServiceAccount account)
            throw new ArgumentException($"The workload '{setting.Workload.Name}' does not run on Kubernetes.", nameof(setting));

        var variables = YamlLines.Map(setting.OwnVariables);
        var configMap = $"{account.ServiceAccount}-environment";
        var text = YamlLines.Write(ServiceAccount(account, setting));
        if (variables is not null)
        {
            text += "---\n" + YamlLines.Write(YamlLines.Map(
                ("apiVersion", "v1"),
                ("kind", "ConfigMap"),
                ("metadata", YamlLines.Map(("name", configMap), ("namespace", account.Namespace))),
                ("data", variables)));
        }

        return text
            + "# The pods of the workload must have:\n"
            + YamlLines.WriteComment(Pod(account, variables is null ? null : configMap))
            + "# Azure's webhook then mounts a token and sets " + string.Join(", ", Injected(setting)) + ".\n";
    }

    private static Dictionary<string, object> ServiceAccount(KubernetesServiceAccount account, WorkloadSetting setting) => YamlLines.Map(
        ("apiVersion", "v1"),
        ("kind", "ServiceAccount"),
        ("metadata", YamlLines.Map(
            ("name", account.ServiceAccount),
            ("namespace", account.Namespace),
            ("annotations", YamlLines.Map(
                (Prefix + "client-id", setting.ClientId),
                (Prefix + "tenant-id", setting.Variables.GetValueOrDefault("AZURE_TENANT_ID")))))));

    private static Dictionary<string, object> Pod(KubernetesServiceAccount account, string? configMap) => YamlLines.Map(
        ("metadata", YamlLines.Map(("labels", YamlLines.Map((Prefix + "use", "true"))))),
        ("spec", YamlLines.Map(
            ("serviceAccountName", account.ServiceAccount),
            ("containers", configMap is null ? null : new[]
            {
                YamlLines.Map(("envFrom", new[] { YamlLines.Map(("configMapRef", YamlLines.Map(("name", configMap)))) })),
            }))));

    private static IEnumerable<string> Injected(WorkloadSetting setting) => setting.Variables.Keys
        .Where(name => name.StartsWith("AZURE_", StringComparison.Ordinal))
        .Concat(setting.Injected)
        .Order(StringComparer.Ordinal);
}
