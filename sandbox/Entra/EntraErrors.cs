using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Provisioning.Sandbox.Entra;

/// <summary>The refusals of the token endpoint with their AADSTS codes.</summary>
/// <remarks>Codes and errors: MicrosoftDocs/entra-docs, identity-platform/reference-error-codes.md.</remarks>
internal static class EntraErrors
{
    private const string CheckCredential =
        "Check the federated identity credential's issuer, subject and audience against the presented assertion; all three are case-sensitive.";

    public static EntraError TenantNotFound(string tenant) =>
        Request(90002, $"Tenant '{tenant}' not found. Check that the tenant id is right and that the sandbox serves it.");

    public static EntraError TenantMustBeNamed(string tenant) =>
        Request(9001023, $"The grant type is not supported over the /{tenant} endpoint. Use the endpoint of a tenant.");

    public static EntraError ParameterMissing(string name) =>
        Request(900144, $"The request body must contain the following parameter: '{name}'.");

    public static EntraError ResourceNotAllowed() =>
        Request(901002, "The 'resource' request parameter is not supported. Ask by 'scope'.");

    public static EntraError GrantNotSupported(string grantType) =>
        new(70003, "unsupported_grant_type", StatusCodes.Status400BadRequest, $"The app requested an unsupported grant type '{grantType}'.");

    public static EntraError ApplicationNotFound(string clientId, Guid tenant) =>
        new(700016, "unauthorized_client", StatusCodes.Status400BadRequest,
            $"Application with identifier '{clientId}' was not found in the directory '{tenant}'. "
            + "It may be deleted, not replicated yet, or of another tenant.");

    public static EntraError PrincipalMissing(Guid clientId, Guid tenant) =>
        new(7000229, "unauthorized_client", StatusCodes.Status400BadRequest,
            $"The client application {clientId} is missing service principal in the tenant {tenant}. Create one for it.");

    public static EntraError ApplicationDisabled(Guid clientId) =>
        new(7000112, "unauthorized_client", StatusCodes.Status400BadRequest, $"Application '{clientId}' is disabled.");

    public static EntraError CredentialMissing() =>
        Client(7000218, "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.");

    public static EntraError SecretInvalid(Guid clientId) =>
        Client(7000215, $"Invalid client secret provided: no secret was ever added to app '{clientId}'. Use a federated credential.");

    public static EntraError AssertionTypeInvalid(string type) =>
        Request(50027, $"JWT token is invalid or malformed: the 'client_assertion_type' must be '{TokenRequest.JwtBearer}', not '{type}'.");

    public static EntraError AssertionMalformed() =>
        Client(50027, "JWT token is invalid or malformed: the 'client_assertion' is no signed JWT with an issuer, a subject and an audience.");

    public static EntraError NoCredentials(Guid clientId) =>
        Client(70025, $"The client '{clientId}' has no configured federated identity credentials.");

    public static EntraError IssuerNotFound(string issuer) =>
        Client(700211, $"No matching federated identity record found for presented assertion issuer '{issuer}'. {CheckCredential}");

    public static EntraError AudienceNotFound(string audience) =>
        Client(700212, $"No matching federated identity record found for presented assertion audience '{audience}'. {CheckCredential}");

    public static EntraError SubjectNotFound(string subject) =>
        Client(700213, $"No matching federated identity record found for presented assertion subject '{subject}'. {CheckCredential}");

    public static EntraError SubjectCaseDiffers(string subject, string expected) =>
        Client(7002138, $"The presented assertion subject '{subject}' matches the federated identity record's subject '{expected}' in all but case.");

    public static EntraError NoMatch(string issuer, string subject, string audience) =>
        Request(
            70021,
            $"No matching federated identity record found for presented assertion. Assertion Issuer: '{issuer}'. "
            + $"Assertion Subject: '{subject}'. Assertion Audience: '{audience}'.");

    public static EntraError IssuerUnreachable(string issuer) =>
        Request(90061, $"Request to External OIDC endpoint failed: the sandbox reaches no issuer '{issuer}'. Register its key set.");

    public static EntraError SignatureInvalid() =>
        Client(700027, "Client assertion failed signature validation: no key of its issuer verifies it.");

    public static EntraError AssertionNotInTime(DateTimeOffset now, DateTimeOffset validFrom, DateTimeOffset expiry) =>
        Client(
            700024,
            $"Client assertion is not within its valid time range. Current time: {Instant(now)}, "
            + $"assertion valid from {Instant(validFrom)}, expiry time of assertion {Instant(expiry)}.");

    public static EntraError ScopeInvalid(string scope) =>
        new(70011, "invalid_scope", StatusCodes.Status400BadRequest,
            $"The provided value for scope '{scope}' is not valid. Client credential flows ask for '<resource>/.default'.");

    public static EntraError ManyResources(string scope) =>
        new(700022, "invalid_scope", StatusCodes.Status400BadRequest,
            $"The provided value for scope '{scope}' is not valid because it contains more than one resource.");

    public static EntraError ResourceNotFound(string resource, Guid tenant) =>
        new(500011, "invalid_resource", StatusCodes.Status400BadRequest,
            $"The resource principal named {resource} was not found in the tenant named {tenant}.");

    private static EntraError Request(int code, string message) => new(code, "invalid_request", StatusCodes.Status400BadRequest, message);

    private static EntraError Client(int code, string message) => new(code, "invalid_client", StatusCodes.Status401Unauthorized, message);

    private static string Instant(DateTimeOffset instant) => instant.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture);
}
