using Provisioning.Infra.Access;
using Provisioning.Infra.Model;
using Provisioning.Verification.Probes;
using Provisioning.Verification.Rights;
using Provisioning.Verification.Stacks;

namespace Provisioning.Verification.Checks;

/// <summary>The probe for each right and place of a stack.</summary>
/// <param name="target">The cloud.</param>
/// <param name="stack">What was deployed.</param>
internal sealed class ProbeIndex(VerificationTarget target, DeployedStack stack)
{
    /// <summary>A probe that uses a right at a place; null when there is nothing to try it on.</summary>
    /// <param name="right">The right.</param>
    /// <param name="place">A registry, a container, a vault or a secret.</param>
    public IProbe? Find(DataRight right, AccessScope place) => (right, place) switch
    {
        (DataRight.Pull, AccessScope.Resource { Target: Registry registry }) => OfRegistry(registry, RegistryAction.Pull),
        (DataRight.Push, AccessScope.Resource { Target: Registry registry }) => OfRegistry(registry, RegistryAction.Push),
        (DataRight.ReadBlobs, AccessScope.Container container) => OfContainer(container, BlobAction.Read),
        (DataRight.WriteBlobs, AccessScope.Container container) => OfContainer(container, BlobAction.Write),
        (DataRight.ReadSecret, AccessScope.Secret secret) => OfVault(secret.Vault, secret.Name),
        (DataRight.ListSecrets, AccessScope.Resource { Target: Vault vault }) => OfVault(vault, null),
        _ => null,
    };

    /// <summary>Calls Deep Lake as a member of an organization.</summary>
    public IProbe Membership(DeepLakeOrganization organization) => OfDeepLake(organization, organization.OrganizationId, DeepLakeAction.Member);

    /// <summary>Calls Deep Lake as an administrator of an organization.</summary>
    public IProbe Administration(DeepLakeOrganization organization) => OfDeepLake(organization, organization.OrganizationId, DeepLakeAction.Administer);

    /// <summary>Calls the Deep Lake of an organization as a member of one that nobody is registered with.</summary>
    public IProbe StrangeMembership(DeepLakeOrganization organization) => OfDeepLake(organization, Guid.Empty.ToString(), DeepLakeAction.Member);

    /// <summary>Uses an action of the control plane.</summary>
    /// <param name="resourceId">On what.</param>
    /// <param name="action">The action.</param>
    public IProbe Action(string resourceId, string action) =>
        new ResourceManagerProbe(target.Transport, target.ResourceManager, ArmId.Parse(resourceId), action, target.ResourceManagerScope);

    private DeepLakeProbe OfDeepLake(DeepLakeOrganization organization, string id, DeepLakeAction action) =>
        new(target.Transport, organization.Endpoint ?? target.DeepLake, id, action, VerificationTarget.DeepLakeScope);

    private RegistryProbe OfRegistry(Registry registry, RegistryAction action) =>
        new(target.Transport, stack.Get("registries", registry.Name, "loginServer"), action);

    private BlobProbe OfContainer(AccessScope.Container container, BlobAction action) =>
        new(target.Transport, new Uri($"{stack.Get("storage", container.Account.Name, "blobEndpoint")}{container.Name}"), action);

    private SecretProbe OfVault(Vault vault, string? secret) =>
        new(target.Transport, new Uri(stack.Get("vaults", vault.Name, "uri")), secret, target.VaultScope);
}
