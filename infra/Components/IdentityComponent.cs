using System.Collections.Immutable;
using Provisioning.Infra.Access;
using Provisioning.Infra.Model;
using Pulumi;
using Pulumi.AzureNative.ManagedIdentity;

namespace Provisioning.Infra.Components;

/// <summary>A user-assigned managed identity and its federated credentials.</summary>
internal sealed class IdentityComponent : ComponentResource, IAzureComponent, IPrincipalComponent
{
    /// <summary>Creates or reads the identity, and writes its credentials.</summary>
    /// <param name="identity">The identity.</param>
    /// <param name="target">Where the stack is deployed.</param>
    /// <param name="credentials">The identity's credentials, in the order to write them.</param>
    /// <param name="issuerOf">Resolves the issuer of a credential.</param>
    public IdentityComponent(
        Identity identity, AzureTarget target, IEnumerable<CredentialPlan> credentials, Func<TrustIssuer, Output<string>> issuerOf)
        : base(ComponentTypes.Identity, identity.Name)
    {
        var options = new CustomResourceOptions { Parent = this };
        var resource = identity.Existing is { } existing
            ? UserAssignedIdentity.Get(identity.Name, target.Id(existing), options)
            : new UserAssignedIdentity(identity.Name, new UserAssignedIdentityArgs
            {
                ResourceGroupName = target.ResourceGroupName,
                ResourceName = identity.AzureName,
                Location = identity.Location,
                Tags = identity.Tags.ToDictionary(),
            }, options);
        (ResourceId, PrincipalId, ClientId, DisplayName) = (resource.Id, resource.PrincipalId, resource.ClientId, identity.AzureName);

        // Azure refuses two writes at a time below one identity, so each credential waits for the one before it.
        ImmutableArray<Resource> previous = [resource];
        foreach (var credential in credentials)
        {
            previous =
            [
                new FederatedIdentityCredential(credential.Name, new FederatedIdentityCredentialArgs
                {
                    ResourceGroupName = target.ResourceGroupOf(identity.Existing, identity.Address),
                    ResourceName = identity.AzureName,
                    FederatedIdentityCredentialResourceName = credential.AzureName,
                    Issuer = issuerOf(credential.Issuer),
                    Subject = credential.Subject.Value,
                    Audiences = { credential.Audience },
                }, AzureTarget.ChildOf(this, previous)),
            ];
        }

        RegisterOutputs(new Dictionary<string, object?> { ["clientId"] = ClientId, ["principalId"] = PrincipalId, ["resourceId"] = ResourceId });
    }

    /// <inheritdoc/>
    public Output<string> ResourceId { get; }

    /// <inheritdoc/>
    public Output<string> PrincipalId { get; }

    /// <inheritdoc/>
    public Output<string> ClientId { get; }

    /// <inheritdoc/>
    public string DisplayName { get; }
}
