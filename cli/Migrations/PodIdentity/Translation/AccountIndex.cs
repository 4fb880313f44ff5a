using Provisioning.Cli.Migrations.PodIdentity.Reading;
using Provisioning.Infra.Model;

namespace Provisioning.Cli.Migrations.PodIdentity.Translation;

/// <summary>Decides which service account pods run as.</summary>
/// <param name="manifests">The manifests.</param>
internal sealed class AccountIndex(ClusterManifests manifests)
{
    private const string ClientIdAnnotation = "azure.workload.identity/client-id";

    /// <summary>
    /// The account of pods: theirs, or a new one for those of the namespace's default account, which every other pod may use too.
    /// </summary>
    /// <param name="owner">What makes the pods.</param>
    /// <param name="podNamespace">Their namespace.</param>
    /// <param name="clientId">Client id of their identity.</param>
    public MigratedAccount Of(PodOwner owner, string podNamespace, ClientId? clientId)
    {
        if (owner.ServiceAccount is { } name)
            return new MigratedAccount(podNamespace, name, IsNew: false, clientId);
        // An account of that name belongs to somebody else, with permissions that these pods do not have.
        var own = IsUsed(podNamespace, owner.Name) ? $"{owner.Name}-identity" : owner.Name;
        return new MigratedAccount(podNamespace, own, IsNew: true, clientId);
    }

    /// <summary>A problem with the annotation that an account has already; null when there is none.</summary>
    public Finding? Problem(MigratedAccount account)
    {
        var manifest = Find(account.Namespace, account.Name);
        return manifest?.Text("metadata", "annotations", ClientIdAnnotation) is { } annotated
            && account.ClientId is { } clientId && !annotated.Equals(clientId.ToString(), StringComparison.OrdinalIgnoreCase)
                ? Findings.AnnotatedAccount(manifest, annotated)
                : null;
    }

    private bool IsUsed(string podNamespace, string name) => Find(podNamespace, name) is not null
        || manifests.Owners.Any(owner => owner.Manifest.Namespace == podNamespace && owner.ServiceAccount == name);

    private Manifest? Find(string podNamespace, string name) =>
        manifests.ServiceAccounts.FirstOrDefault(account => account.Namespace == podNamespace && account.Name == name);
}
