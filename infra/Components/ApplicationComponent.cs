using System.Collections.Immutable;
using Provisioning.Infra.Access;
using Pulumi;
using Pulumi.AzureAD;

namespace Provisioning.Infra.Components;

/// <summary>An Entra application, its service principal and its federated credentials.</summary>
internal sealed class ApplicationComponent : ComponentResource, IPrincipalComponent
{
    /// <summary>Creates the application unless it exists, and writes its credentials.</summary>
    /// <param name="application">The application.</param>
    /// <param name="target">Where the stack is deployed.</param>
    /// <param name="credentials">The application's credentials, in the order to write them.</param>
    /// <param name="issuerOf">Resolves the issuer of a credential.</param>
    public ApplicationComponent(
        Model.Application application,
        AzureTarget target,
        IEnumerable<CredentialPlan> credentials,
        Func<Model.TrustIssuer, Output<string>> issuerOf)
        : base(ComponentTypes.Application, application.Name)
    {
        DisplayName = application.DisplayName;
        Output<string> applicationId;
        ImmutableArray<Resource> previous = [];
        if (application.Existing is { } existing)
        {
            ClientId = Output.Create(existing.ClientId.ToString());
            PrincipalId = Output.Create(existing.PrincipalId.ToString());
            applicationId = Output.Create($"/applications/{existing.ObjectId:D}");
        }
        else
        {
            var registration = new Application(
                application.Name,
                new ApplicationArgs
                {
                    // Not before the tenant is known to be the document's.
                    DisplayName = target.TenantId.Apply(_ => application.DisplayName),
                    SignInAudience = "AzureADMyOrg",
                },
                AzureTarget.ChildOf(this));
            var principal = new ServicePrincipal(
                application.Name, new ServicePrincipalArgs { ClientId = registration.ClientId }, AzureTarget.ChildOf(this));
            (ClientId, PrincipalId, applicationId, previous) = (registration.ClientId, principal.ObjectId, registration.Id, [registration]);
        }

        // Graph, too, takes one write at a time per application.
        foreach (var credential in credentials)
        {
            var options = AzureTarget.ChildOf(this, previous);
            options.DeleteBeforeReplace = true;
            previous =
            [
                new ApplicationFederatedIdentityCredential(credential.Name, new ApplicationFederatedIdentityCredentialArgs
                {
                    ApplicationId = applicationId,
                    DisplayName = credential.AzureName,
                    Issuer = issuerOf(credential.Issuer),
                    Subject = credential.Subject.Value,
                    Audiences = { credential.Audience },
                }, options),
            ];
        }

        RegisterOutputs(new Dictionary<string, object?> { ["clientId"] = ClientId, ["principalId"] = PrincipalId });
    }

    /// <inheritdoc/>
    public Output<string> PrincipalId { get; }

    /// <inheritdoc/>
    public Output<string> ClientId { get; }

    /// <inheritdoc/>
    public string DisplayName { get; }
}
