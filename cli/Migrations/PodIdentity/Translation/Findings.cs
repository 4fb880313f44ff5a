using Provisioning.Cli.Migrations.PodIdentity.Reading;

namespace Provisioning.Cli.Migrations.PodIdentity.Translation;

/// <summary>Every finding that a migration can have: its number, its words and what to do.</summary>
internal static class Findings
{
    public static Finding ServicePrincipal(AzureIdentity identity) => Untranslated(
        "ACC7210",
        identity.Manifest.PlaceAt("spec", "type"),
        $"AzureIdentity '{identity.Name}' is a service principal with a {(identity.Type == "1" ? "secret" : "certificate")} (type {identity.Type}), which no managed identity replaces.",
        "Declare its application in 'applications', let the workload name it as its identity, and delete the credential once the pods sign in by their service account.");

    public static Finding ResourceId(AzureIdentity identity) => Untranslated(
        "ACC7211",
        identity.Manifest.PlaceAt("spec", "resourceID"),
        $"The resourceID of AzureIdentity '{identity.Name}' is not the id of a user-assigned identity.",
        "Write /subscriptions/<id>/resourceGroups/<group>/providers/Microsoft.ManagedIdentity/userAssignedIdentities/<name>, and run again.");

    public static Finding ClientId(AzureIdentity identity) => Untranslated(
        "ACC7212",
        identity.Manifest.PlaceAt("spec", "clientID"),
        $"AzureIdentity '{identity.Name}' has no clientID that is a GUID, so its service accounts cannot be annotated.",
        "Write the identity's client id there and run again, or take the service account from 'provision env <workload>' after 'up'.");

    public static Finding BindingWithoutIdentity(AzureIdentityBinding binding) => Untranslated(
        "ACC7213",
        binding.Manifest.Place,
        $"AzureIdentityBinding '{binding.Name}' names the AzureIdentity '{binding.Identity}', which its namespace does not have.",
        "Add the manifest of the identity and run again, or delete the binding.");

    public static Finding SelectorWithoutPods(AzureIdentityBinding binding) => Untranslated(
        "ACC7214",
        binding.Manifest.PlaceAt("spec"),
        $"No pod carries the label 'aadpodidbinding: {binding.Selector}' of AzureIdentityBinding '{binding.Name}'.",
        "Add the manifests of its pods (Azure ML's: kubectl get deployment --selector=isazuremlapp=true --all-namespaces -o yaml) and run again, or delete the binding.");

    public static Finding PodsWithoutBinding(PodOwner owner) => Untranslated(
        "ACC7215",
        owner.SelectorPlace,
        $"The pods of {owner.Title} carry the label '{owner.Selector}', which no usable binding selects for their namespace.",
        "Add the manifests of the binding and its identity and run again, or remove the label.");

    public static Finding SeveralBindings(PodOwner owner, AzureIdentityBinding chosen, IEnumerable<string> others) => Untranslated(
        "ACC7216",
        owner.SelectorPlace,
        $"Several bindings select the pods of {owner.Title}; '{chosen.Name}' was taken as the heaviest or the first, {string.Join(", ", others)} not.",
        "Where the code asks for another identity by its client id, add a workload with the same service account and that identity.");

    public static Finding NoNamespace(Manifest manifest) => Untranslated(
        "ACC7217",
        manifest.PlaceAt("metadata"),
        $"{manifest.Kind} '{manifest.Name}' has no namespace, which a federated credential needs.",
        "Write metadata.namespace, or give '--namespace <name>' for the manifests that have none.");

    public static Finding Immutable(PodOwner owner) => Untranslated(
        "ACC7218",
        owner.Manifest.Place,
        $"{owner.Title} cannot be changed in place: Kubernetes refuses another service account for existing pods.",
        "Make the shown change in its manifest, delete the object and create it anew.");

    public static Finding SelectsByLabel(PodOwner owner) => Untranslated(
        "ACC7219",
        owner.Manifest.PlaceAt("spec", "selector", "matchLabels", PodOwner.BindingLabel),
        $"{owner.Title} finds its pods by the label 'aadpodidbinding', and Kubernetes refuses other selectors for existing objects.",
        "Remove the label from spec.selector too, delete the object and create it anew.");

    public static Finding SharedAccount(PodOwner owner, string account) => Untranslated(
        "ACC7220",
        owner.Manifest.Place,
        $"{owner.Title} runs as service account '{account}', which other pods use with another identity; an account has one.",
        "Give these pods a service account of their own and run again.");

    public static Finding AnnotatedAccount(Manifest account, string clientId) => Untranslated(
        "ACC7221",
        account.PlaceAt("metadata", "annotations"),
        $"Service account '{account.Name}' is annotated with the client id '{clientId}' already, which is another identity's.",
        "Decide which identity its pods are to have, correct the annotation and run again.");

    public static Finding TooManyCredentials(PodOwner owner, string identity) => Untranslated(
        "ACC7222",
        owner.Manifest.Place,
        $"The identity '{identity}' would get more than {MigrationPlan.MostCredentials} federated credentials, so {owner.Title} was left out.",
        "Let several workloads share a service account, or spread them over several identities.");

    public static Finding Name(PodOwner owner) => Untranslated(
        "ACC7223",
        owner.Manifest.PlaceAt("metadata"),
        $"This {owner.Manifest.Kind}, its namespace or its service account has no name that Kubernetes allows.",
        "Correct metadata.name, metadata.namespace or serviceAccountName, and run again.");

    public static Finding Exception(Manifest manifest) => new(
        "ACC7230",
        FindingKind.Warning,
        manifest.Place,
        $"AzurePodIdentityException '{manifest.Name}' has no counterpart: nothing stands between pods and the node's metadata endpoint any more.",
        "Delete it with AAD Pod Identity, and keep other pods from 169.254.169.254 by a network policy.");

    public static Finding Capitals(AzureIdentityBinding binding) => new(
        "ACC7231",
        FindingKind.Warning,
        binding.Manifest.PlaceAt("spec"),
        $"AzureIdentityBinding '{binding.Name}' spells AzureIdentity or Selector with a capital; the cluster knows azureIdentity and selector only.",
        "It was read as it is meant; check that the pods had the identity at all.");

    public static Finding HostNetwork(PodOwner owner) => new(
        "ACC7232",
        FindingKind.Warning,
        owner.Template.PlaceAt("spec", "hostNetwork"),
        $"The pods of {owner.Title} are on the host's network, where AAD Pod Identity never served them: they had the node's identity.",
        "Check that the new identity may do what they do; the migration proxy is refused for them, so their client libraries must be current.");

    public static Finding Windows(PodOwner owner) => new(
        "ACC7233",
        FindingKind.Warning,
        owner.Template.Place,
        $"The pods of {owner.Title} run on Windows, for which there is no migration proxy.",
        "Bring their client libraries up to date before you apply the change.");

    public static Finding InitContainers(PodOwner owner) => new(
        "ACC7234",
        FindingKind.Warning,
        owner.Template.PlaceAt("spec", "initContainers"),
        $"The init containers of {owner.Title} get the token as well.",
        "Where they sign in, bring their client libraries up to date too; name those that must not have it in the annotation azure.workload.identity/skip-containers.");

    public static Finding Assigned(IReadOnlyCollection<Manifest> manifests) => new(
        "ACC7240",
        FindingKind.Note,
        manifests.First().Place,
        $"AzureAssignedIdentity objects were left out ({manifests.Count}): the controller wrote them for itself.",
        "They go with AAD Pod Identity.");

    public static Finding ClientVersions { get; } = new(
        "ACC7241",
        FindingKind.Note,
        null,
        "Workload identity needs Azure's client libraries of at least .NET 1.9.0, Go 1.3.0, Java 1.9.0, JavaScript 3.2.0, Python 1.13.0 or C++ 1.6.0.",
        "Where the code asks the metadata endpoint itself or the library is older, add the annotation azure.workload.identity/inject-proxy-sidecar to the pods (Linux only) until it is updated.");

    public static Finding Needs { get; } = new(
        "ACC7242",
        FindingKind.Note,
        null,
        "What the pods read and write is not in their manifests, so the workloads have none of 'reads', 'writes', 'secrets' and 'pulls'.",
        "Add what each needs before 'up', or keep the role assignments that exist.");

    private static Finding Untranslated(string id, ManifestPlace place, string message, string action) =>
        new(id, FindingKind.Untranslated, place, message, action);
}
