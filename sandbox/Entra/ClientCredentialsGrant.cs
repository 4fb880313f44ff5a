using System.Collections.Immutable;

namespace Provisioning.Sandbox.Entra;

/// <summary>The grant that workloads use: a client proves itself by an outside assertion and gets a token for one resource.</summary>
internal sealed class ClientCredentialsGrant(EntraTenant tenant, AssertionVerifier verifier)
{
    private const string Name = "client_credentials";
    private const string DefaultScopeSuffix = "/.default";

    /// <summary>Redeems a request to the endpoint of the tenant.</summary>
    public async Task<TokenOutcome> RedeemAsync(TokenRequest request)
    {
        if (CheckForm(request) is { } malformed)
            return new TokenOutcome.Refused(malformed);
        if (!Guid.TryParse(request.ClientId, out var clientId))
            return new TokenOutcome.Refused(EntraErrors.ApplicationNotFound(request.ClientId, tenant.Directory.TenantId));

        var principal = tenant.Directory.FindServicePrincipalByAppId(clientId);
        var application = tenant.Directory.FindApplicationByAppId(clientId);
        if (CheckClient(clientId, application, principal) is { } unknown)
            return new TokenOutcome.Refused(unknown);
        if (principal is null)
            return new TokenOutcome.Refused(EntraErrors.PrincipalMissing(clientId, tenant.Directory.TenantId));

        var credentials = application?.FederatedCredentials ?? principal.FederatedCredentials;
        if (await CheckProofAsync(clientId, request, credentials) is { } unproven)
            return new TokenOutcome.Refused(unproven);

        return CheckScope(request.Scope, out var resource) is { } invalid
            ? new TokenOutcome.Refused(invalid)
            : new TokenOutcome.Granted(tenant.Tokens.Issue(principal, resource));
    }

    private static EntraError? CheckForm(TokenRequest request)
    {
        if (request.GrantType.Length == 0)
            return EntraErrors.ParameterMissing("grant_type");
        if (request.GrantType != Name)
            return EntraErrors.GrantNotSupported(request.GrantType);
        if (request.ClientId.Length == 0)
            return EntraErrors.ParameterMissing("client_id");
        if (request.Resource.Length > 0)
            return EntraErrors.ResourceNotAllowed();
        return request.Scope.Length == 0 ? EntraErrors.ParameterMissing("scope") : null;
    }

    private EntraError? CheckClient(Guid clientId, Application? application, ServicePrincipal? principal)
    {
        var bornAt = principal?.VisibleAt ?? application?.VisibleAt;
        if (bornAt is null || !tenant.Directory.IsVisible(bornAt.Value))
            return EntraErrors.ApplicationNotFound(clientId.ToString(), tenant.Directory.TenantId);
        return principal is { AccountEnabled: false } ? EntraErrors.ApplicationDisabled(clientId) : null;
    }

    private async Task<EntraError?> CheckProofAsync(Guid clientId, TokenRequest request, ImmutableArray<FederatedCredential> credentials)
    {
        if (request.HasClientSecret)
            return EntraErrors.SecretInvalid(clientId);
        if (request.ClientAssertion.Length == 0)
            return EntraErrors.CredentialMissing();
        if (request.ClientAssertionType != TokenRequest.JwtBearer)
            return EntraErrors.AssertionTypeInvalid(request.ClientAssertionType);
        return await verifier.VerifyAsync(clientId, request.ClientAssertion, credentials);
    }

    /// <summary>The resource is what precedes the last slash of the scope, so a slash of its own survives.</summary>
    private EntraError? CheckScope(string scope, out string resource)
    {
        resource = "";
        var scopes = scope.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (scopes.Length == 0 || !scopes.All(one => one.EndsWith(DefaultScopeSuffix, StringComparison.Ordinal)))
            return EntraErrors.ScopeInvalid(scope);
        if (scopes.Distinct(StringComparer.Ordinal).Count() > 1)
            return EntraErrors.ManyResources(scope);

        resource = scopes[0][..^DefaultScopeSuffix.Length];
        return tenant.HasResource(resource) ? null : EntraErrors.ResourceNotFound(resource, tenant.Directory.TenantId);
    }
}
