using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.JsonWebTokens;
using Provisioning.Sandbox.Entra;

namespace Provisioning.Sandbox.DeepLake;

/// <summary>Finds out who calls: an API token names a user, an Azure token a registered workload identity.</summary>
/// <remarks>An Azure token is checked for signature, issuer, audience and validity, and then matched by client id and tenant alone.</remarks>
internal sealed class DeepLakeAuthenticator(DeepLakeStore store, EntraTenant tenant)
{
    private const string Scheme = "Bearer ";
    private const string AzureIssuers = "https://sts.windows.net/";
    private const string Audience = "https://management.azure.com";
    private const string LegacyAudience = "https://management.core.windows.net";
    private readonly JsonWebTokenHandler _handler = new();

    /// <summary>The caller of a request.</summary>
    /// <exception cref="DeepLakeException">401: the caller is not known.</exception>
    public async Task<DeepLakeCaller> IdentifyAsync(HttpRequest request)
    {
        var authorization = request.Headers.Authorization.ToString();
        if (!authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            throw DeepLakeException.Unauthorized("missing bearer token");

        var token = authorization[Scheme.Length..].Trim();
        return IsAzures(token, ProviderHint(request)) ? await FindWorkloadAsync(authorization, request) : FindPerson(token);
    }

    /// <summary>The organization that a header names; null when there is none.</summary>
    public static string? NamedOrganization(HttpRequest request) =>
        request.Headers["X-Activeloop-Org-Id"].ToString() is { Length: > 0 } header ? header
        : request.Query["org_id"].ToString() is { Length: > 0 } query ? query
        : null;

    /// <summary>The provider the caller says the token is of; the older clients use another header.</summary>
    private static string ProviderHint(HttpRequest request) =>
        request.Headers["X-Activeloop-Auth-Provider"].ToString() is { Length: > 0 } hint ? hint : request.Headers["X-Activeloop-Provider-Type"].ToString();

    private bool IsAzures(string token, string hint) =>
        hint.Equals("azure", StringComparison.OrdinalIgnoreCase)
        || (_handler.CanReadToken(token) && new JsonWebToken(token).Issuer.StartsWith(AzureIssuers, StringComparison.Ordinal));

    private DeepLakeCaller.Person FindPerson(string token) =>
        store.FindToken(token) is { } found && store.FindUser(found.UserId) is { } user
            ? new DeepLakeCaller.Person(user, found.OrganizationId)
            : throw DeepLakeException.Unauthorized("invalid or expired token");

    private async Task<DeepLakeCaller.Workload> FindWorkloadAsync(string authorization, HttpRequest request)
    {
        string[] audiences = store.Quirks.AcceptsLegacyAudience ? [Audience, LegacyAudience] : [Audience];
        if (await tenant.Validator.ValidateAsync(authorization, audiences) is not TokenValidation.Accepted { Principal: var principal })
            throw DeepLakeException.Unauthorized("invalid or expired token");

        var registrations = store.FindRegistrations(principal.AppId, principal.TenantId);
        if (NamedOrganization(request) is { } organization)
            registrations = registrations.RemoveAll(registration => !registration.OrganizationId.Equals(organization, StringComparison.OrdinalIgnoreCase));
        return registrations switch
        {
            [] => throw DeepLakeException.Unauthorized("workload identity is not registered"),
            [var registration] => new DeepLakeCaller.Workload(registration),
            _ => throw DeepLakeException.Unauthorized("workload identity matches multiple orgs; X-Activeloop-Org-Id required"),
        };
    }
}
