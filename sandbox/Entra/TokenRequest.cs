using Microsoft.AspNetCore.Http;

namespace Provisioning.Sandbox.Entra;

/// <summary>The form of a token request; absent fields are empty. Printing it shows neither assertion nor secret.</summary>
internal sealed record TokenRequest
{
    /// <summary>The only type of client assertion.</summary>
    public const string JwtBearer = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    public required string GrantType { get; init; }

    public required string ClientId { get; init; }

    public required string Scope { get; init; }

    public required string Resource { get; init; }

    public required string ClientAssertion { get; init; }

    public required string ClientAssertionType { get; init; }

    public required bool HasClientSecret { get; init; }

    public static TokenRequest Read(IFormCollection form) => new()
    {
        GrantType = form["grant_type"].ToString(),
        ClientId = form["client_id"].ToString(),
        Scope = form["scope"].ToString(),
        Resource = form["resource"].ToString(),
        ClientAssertion = form["client_assertion"].ToString(),
        ClientAssertionType = form["client_assertion_type"].ToString(),
        HasClientSecret = form.ContainsKey("client_secret"),
    };

    /// <inheritdoc/>
    public override string ToString() => $"{GrantType} of {ClientId} for {Scope}";
}
