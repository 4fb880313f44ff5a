using Provisioning.Cli.Migrations.PodIdentity.Reading;
using Provisioning.Infra.Model;

namespace Provisioning.Cli.Migrations.PodIdentity.Translation;

/// <summary>Translates the manifests of AAD Pod Identity into workloads of service accounts. Reads and writes nothing.</summary>
internal sealed class PodIdentityTranslation
{
    private readonly ClusterManifests manifests;
    private readonly List<Finding> findings = [];
    private readonly IdentityIndex identities;
    private readonly AccountIndex accounts;
    private readonly ShortNames identityNames = new();
    private readonly ShortNames workloadNames = new();
    private readonly Dictionary<ArmId, MigratedIdentity> used = [];
    private readonly List<MigratedWorkload> workloads = [];

    private PodIdentityTranslation(ClusterManifests manifests)
    {
        this.manifests = manifests;
        identities = new IdentityIndex(manifests, findings);
        accounts = new AccountIndex(manifests);
    }

    /// <summary>Translates manifests.</summary>
    public static MigrationPlan Translate(ClusterManifests manifests)
    {
        var translation = new PodIdentityTranslation(manifests);
        foreach (var owner in manifests.Owners.Where(owner => owner.Selector is not null))
            translation.Translate(owner);
        return translation.Plan();
    }

    private void Translate(PodOwner owner)
    {
        if (owner.Manifest.Namespace is not { } podNamespace)
        {
            findings.Add(Findings.NoNamespace(owner.Manifest));
            return;
        }

        if (!KubernetesName.IsSubdomain(owner.Name) || !KubernetesName.IsLabel(podNamespace) || !KubernetesName.IsSubdomain(owner.ServiceAccount ?? owner.Name))
        {
            findings.Add(Findings.Name(owner));
            return;
        }

        var bindings = identities.Of(owner.Selector ?? "", podNamespace);
        if (bindings.Count == 0)
        {
            findings.Add(Findings.PodsWithoutBinding(owner));
            return;
        }

        var (binding, identity) = bindings[0];
        var others = bindings.Where(other => IdentityIndex.ResourceId(other.Identity) is { } id && !id.Equals(IdentityIndex.ResourceId(identity)));
        if (others.Any())
            findings.Add(Findings.SeveralBindings(owner, binding, others.Select(other => $"'{other.Binding.Name}'")));
        if (Add(owner, accounts.Of(owner, podNamespace, IdentityIndex.ClientIdOf(identity)), IdentityIndex.ResourceId(identity)))
            Advise(owner);
    }

    private bool Add(PodOwner owner, MigratedAccount account, ArmId resource)
    {
        var index = workloads.FindIndex(workload => (workload.Account.Namespace, workload.Account.Name) == (account.Namespace, account.Name));
        if (index >= 0)
        {
            if (!workloads[index].Identity.Existing.Equals(resource))
                return Refuse(Findings.SharedAccount(owner, account.Name));
            workloads[index] = workloads[index] with { Owners = workloads[index].Owners.Add(owner) };
            return true;
        }

        if (accounts.Problem(account) is { } problem)
            return Refuse(problem);
        if (workloads.Count(workload => workload.Identity.Existing.Equals(resource)) == MigrationPlan.MostCredentials)
            return Refuse(Findings.TooManyCredentials(owner, resource.Name));
        workloads.Add(new MigratedWorkload(workloadNames.Take(owner.Name), account, Use(resource), [owner]));
        return true;
    }

    private MigratedIdentity Use(ArmId resource)
    {
        if (!used.TryGetValue(resource, out var identity))
            used.Add(resource, identity = new MigratedIdentity(identityNames.Take(resource.Name), resource));
        return identity;
    }

    private bool Refuse(Finding finding)
    {
        findings.Add(finding);
        return false;
    }

    private void Advise(PodOwner owner)
    {
        if (owner.IsImmutable)
            findings.Add(Findings.Immutable(owner));
        if (owner.SelectsByLabel)
            findings.Add(Findings.SelectsByLabel(owner));
        if (owner.IsOnHostNetwork)
            findings.Add(Findings.HostNetwork(owner));
        if (owner.IsOnWindows)
            findings.Add(Findings.Windows(owner));
        if (owner.HasInitContainers)
            findings.Add(Findings.InitContainers(owner));
    }

    private MigrationPlan Plan()
    {
        findings.AddRange(manifests.Exceptions.Select(Findings.Exception));
        if (!manifests.Assigned.IsEmpty)
            findings.Add(Findings.Assigned(manifests.Assigned));
        if (workloads.Count > 0)
            findings.AddRange([Findings.ClientVersions, Findings.Needs]);
        return new MigrationPlan
        {
            Identities = [.. workloads.Select(workload => workload.Identity).Distinct()],
            Workloads = [.. workloads],
            Findings = [.. findings.OrderBy(finding => finding.Kind)],
        };
    }
}
