namespace Provisioning.Cli.Migrations.PodIdentity.Reading;

/// <summary>An object that makes pods, or a pod that stands alone.</summary>
/// <param name="Manifest">The object.</param>
/// <param name="Template">What its pods are made from: <c>metadata</c> and <c>spec</c>.</param>
/// <param name="TemplatePath">Where the template stands in the object; empty for a pod.</param>
internal sealed record PodOwner(Manifest Manifest, Manifest Template, IReadOnlyList<string> TemplatePath)
{
    /// <summary>The label by which AAD Pod Identity finds pods.</summary>
    public const string BindingLabel = "aadpodidbinding";

    private static readonly Dictionary<string, string[]> Templates = new(StringComparer.Ordinal)
    {
        ["Pod"] = [],
        ["Deployment"] = ["spec", "template"],
        ["StatefulSet"] = ["spec", "template"],
        ["DaemonSet"] = ["spec", "template"],
        ["Job"] = ["spec", "template"],
        ["CronJob"] = ["spec", "jobTemplate", "spec", "template"],
    };

    /// <summary>Kind and name, such as <c>Deployment 'score'</c>.</summary>
    public string Title => $"{Manifest.Kind} '{Name}'";

    /// <summary>Name of the object.</summary>
    public string Name => Manifest.Name ?? "";

    /// <summary>Value of the label; null when the pods do not have it, or without a value, which the controller passes over.</summary>
    public string? Selector => Template.Text("metadata", "labels", BindingLabel) is { Length: > 0 } value ? value : null;

    /// <summary>Where the label stands.</summary>
    public ManifestPlace SelectorPlace => Template.PlaceAt("metadata", "labels", BindingLabel);

    /// <summary>Name of the service account; null when the pods run as that of their namespace, <c>default</c>.</summary>
    public string? ServiceAccount =>
        (Template.Text("spec", "serviceAccountName") ?? Template.Text("spec", "serviceAccount")) is { Length: > 0 } name && name != "default" ? name : null;

    /// <summary>Whether the pods are on the node's network.</summary>
    public bool IsOnHostNetwork => Template.Text("spec", "hostNetwork") == "true";

    /// <summary>Whether the pods run on Windows.</summary>
    public bool IsOnWindows =>
        Template.Text("spec", "os", "name") == "windows" || Template.Text("spec", "nodeSelector", "kubernetes.io/os") == "windows";

    /// <summary>Whether containers run before those of the pods.</summary>
    public bool HasInitContainers => Template.List("spec", "initContainers").Any();

    /// <summary>Whether Kubernetes refuses changes of the pods' service account.</summary>
    public bool IsImmutable => Manifest.Kind is "Pod" or "Job";

    /// <summary>Whether the object finds its pods by the label, in a field that cannot be changed.</summary>
    public bool SelectsByLabel => Manifest.Text("spec", "selector", "matchLabels", BindingLabel) is not null;

    /// <summary>The owner that an object is; null when it makes no pods, or is itself made by another object.</summary>
    public static PodOwner? Of(Manifest manifest)
    {
        if (!Templates.TryGetValue(manifest.Kind, out var path) || IsMade(manifest))
            return null;
        return manifest.Find(path) is { } template ? new PodOwner(manifest, template, path) : null;
    }

    /// <summary>An export may hold the pods of a deployment and the jobs of a cron job, which follow from what made them.</summary>
    private static bool IsMade(Manifest manifest) => manifest.Kind is "Pod" or "Job" && manifest.List("metadata", "ownerReferences").Any();
}
