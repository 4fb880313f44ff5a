namespace Provisioning.Cli.Environments;

/// <summary>
/// Manifests for <c>kubectl apply</c> that give an identity to pods by their label. The label itself follows as comments, because
/// the pods are the user's, or Azure ML's.
/// </summary>
/// <remarks>Azure/aad-pod-identity pkg/apis/aadpodidentity/v1/types.go has the kinds and the spelling of their fields.</remarks>
internal static class PodIdentityManifests
{
    private const string ApiVersion = "aadpodidentity.k8s.io/v1";
    private const string BindingLabel = "aadpodidbinding";

    /// <summary>Writes the manifests of a pod identity.</summary>
    public static string Write(PodIdentitySetting setting) =>
        YamlLines.Write(Identity(setting))
        + "---\n"
        + YamlLines.Write(Binding(setting))
        + "# The deployment whose pods get the identity must have:\n"
        + YamlLines.WriteComment(Deployment(setting))
        + "# Azure ML's deployments and their namespaces:\n"
        + "#   kubectl get deployment --selector=isazuremlapp=true --all-namespaces --show-labels\n";

    /// <summary>The identity, for pods of its own namespace alone.</summary>
    public static Dictionary<string, object> Identity(PodIdentitySetting setting) => YamlLines.Map(
        ("apiVersion", ApiVersion),
        ("kind", "AzureIdentity"),
        ("metadata", YamlLines.Map(
            ("name", setting.PodIdentity.Name),
            ("namespace", setting.PodIdentity.Namespace),
            ("annotations", YamlLines.Map(("aadpodidentity.k8s.io/Behavior", "namespaced"))))),
        ("spec", YamlLines.Map(
            ("type", 0),
            ("resourceID", setting.ResourceId),
            ("clientID", setting.ClientId))));

    /// <summary>The binding of the identity to a value of the label.</summary>
    public static Dictionary<string, object> Binding(PodIdentitySetting setting) => YamlLines.Map(
        ("apiVersion", ApiVersion),
        ("kind", "AzureIdentityBinding"),
        ("metadata", YamlLines.Map(
            ("name", $"{setting.PodIdentity.Name}-binding"),
            ("namespace", setting.PodIdentity.Namespace))),
        ("spec", YamlLines.Map(
            ("azureIdentity", setting.PodIdentity.Name),
            ("selector", setting.PodIdentity.Selector))));

    /// <summary>What the deployment must have: the label on its pods, not on itself.</summary>
    public static Dictionary<string, object> Deployment(PodIdentitySetting setting) => YamlLines.Map(
        ("spec", YamlLines.Map(("template", YamlLines.Map(("metadata", YamlLines.Map(
            ("labels", YamlLines.Map((BindingLabel, setting.PodIdentity.Selector))))))))));
}
