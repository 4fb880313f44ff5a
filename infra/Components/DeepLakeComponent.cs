using Provisioning.Infra.Access;
using Provisioning.Infra.Model;
using Pulumi;
using Pulumi.DeepLake;

namespace Provisioning.Infra.Components;

/// <summary>A Deep Lake organization and the principals registered with it.</summary>
internal sealed class DeepLakeComponent : ComponentResource
{
    private readonly Dictionary<string, Pulumi.DeepLake.WorkloadIdentity> registrations = new(StringComparer.Ordinal);

    /// <summary>Registers principals.</summary>
    /// <param name="organization">The organization.</param>
    /// <param name="wanted">The registrations that belong to it.</param>
    /// <param name="target">Where the stack is deployed.</param>
    /// <param name="components">The components of the principals.</param>
    public DeepLakeComponent(
        DeepLakeOrganization organization, IEnumerable<DeepLakeRegistration> wanted, AzureTarget target, ComponentIndex components)
        : base(ComponentTypes.DeepLake, organization.Name)
    {
        var provider = organization.Endpoint is { } endpoint ? Connect(organization, endpoint) : null;
        foreach (var registration in wanted)
        {
            var principal = components.Of(registration.Principal);
            registrations[registration.Name] = new Pulumi.DeepLake.WorkloadIdentity(registration.Name, new WorkloadIdentityArgs
            {
                OrganizationId = organization.OrganizationId,
                Name = principal.DisplayName,
                ClientId = principal.ClientId,
                TenantId = target.TenantId,
            }, new CustomResourceOptions { Parent = this, Provider = provider });
        }

        RegisterOutputs(new Dictionary<string, object?> { ["organizationId"] = organization.OrganizationId });
    }

    /// <summary>Id of a registration.</summary>
    public Output<string> RegistrationId(DeepLakeRegistration registration) => registrations[registration.Name].Id;

    // The default provider speaks to one service; an organization elsewhere gets a provider of its own.
    private Provider Connect(DeepLakeOrganization organization, Uri endpoint)
    {
        var args = new ProviderArgs { Endpoint = endpoint.ToString() };
        if (new Config("deeplake").GetSecret("token") is { } token)
        {
            args.Token = token;
        }

        return new Provider(organization.Name, args, AzureTarget.ChildOf(this));
    }
}
