using Provisioning.Sandbox.Hosting;
using Provisioning.Sandbox.Oidc;

namespace Provisioning.Sandbox.Entra;

/// <summary>The tenant that the sandbox's services share: who there is, and the tokens that prove it.</summary>
internal sealed class EntraTenant
{
    private EntraTenant(SandboxContext context, SigningKey key)
    {
        Directory = new Directory(context);
        Tokens = new TokenIssuer(context, key);
        Validator = new TokenValidator(context, key);
        Audiences = new TokenAudiences(context);
    }

    /// <summary>Its applications and service principals.</summary>
    public Directory Directory { get; }

    /// <summary>Issues its access tokens.</summary>
    public TokenIssuer Tokens { get; }

    /// <summary>Checks its access tokens.</summary>
    public TokenValidator Validator { get; }

    /// <summary>The resources its tokens are for.</summary>
    public TokenAudiences Audiences { get; }

    /// <summary>Opens the tenant of a sandbox; at the first start it holds the deployer alone.</summary>
    public static EntraTenant Open(SandboxContext context)
    {
        var tenant = new EntraTenant(context, SigningKey.Open(context.World));
        tenant.SeedDeployer(context);
        return tenant;
    }

    /// <summary>Whether tokens can be asked for a resource, spelled as in <c>aud</c>: a service of Azure, or an application of the tenant.</summary>
    public bool HasResource(string resource)
    {
        if (Audiences.All.Contains(resource.TrimEnd('/')))
            return true;
        return Guid.TryParse(resource, out var appId)
            ? Directory.FindServicePrincipalByAppId(appId) is not null
            : Directory.ListApplications().Any(application => application.IdentifierUris.Contains(resource));
    }

    private void SeedDeployer(SandboxContext context)
    {
        const string name = "provisioner";
        var application = new Application
        {
            ObjectId = context.Random.NewGuid(),
            AppId = context.Deployer.ClientId,
            DisplayName = name,
            CreatedAt = context.Now,
            VisibleAt = context.Now,
            FederatedCredentials =
            [
                new FederatedCredential
                {
                    Id = context.Random.NewGuid(),
                    Name = OidcIssuers.Developer,
                    Issuer = context.Issuers.Get(OidcIssuers.Developer).Issuer,
                    Subject = DeployerTokenFile.Subject,
                    Audience = DeployerTokenFile.Audience,
                    VisibleAt = context.Now,
                },
            ],
        };
        Directory.Seed(application, new ServicePrincipal
        {
            ObjectId = context.Deployer.ObjectId,
            AppId = context.Deployer.ClientId,
            Kind = ServicePrincipalKind.Application,
            DisplayName = name,
            CreatedAt = context.Now,
            VisibleAt = context.Now,
        });
    }
}
