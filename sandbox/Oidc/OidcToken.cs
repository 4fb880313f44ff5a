using System.Text.Json.Nodes;
using Provisioning.Sandbox.Hosting;

namespace Provisioning.Sandbox.Oidc;

/// <summary>What an issuer outside of Entra is to sign. All but the issuer's own name and key.</summary>
internal sealed record OidcToken
{
    /// <summary>The claims that the other members stand for; <see cref="Claims"/> has none of them.</summary>
    public static IReadOnlyList<string> Reserved { get; } = ["iss", "sub", "aud", "iat", "nbf", "exp", "jti"];

    /// <summary>The <c>sub</c>.</summary>
    public required string Subject { get; init; }

    /// <summary>The <c>aud</c>.</summary>
    public required string Audience { get; init; }

    /// <summary>The <c>nbf</c> and <c>iat</c>, in whole seconds.</summary>
    public required DateTimeOffset ValidFrom { get; init; }

    /// <summary>The <c>exp</c>, in whole seconds.</summary>
    public required DateTimeOffset ValidUntil { get; init; }

    /// <summary>The <c>jti</c>.</summary>
    public required Guid Id { get; init; }

    /// <summary>What the platform says beyond that, such as a pipeline's repository.</summary>
    public JsonObject Claims { get; init; } = [];

    /// <summary>A token that is valid from now on.</summary>
    /// <param name="lifetime">Time until it expires.</param>
    /// <param name="subject">The <c>sub</c>.</param>
    /// <param name="audience">The <c>aud</c>.</param>
    /// <param name="context">Clock, and source of the id.</param>
    public static OidcToken ValidFor(TimeSpan lifetime, string subject, string audience, SandboxContext context) => new()
    {
        Subject = subject,
        Audience = audience,
        ValidFrom = context.Now,
        ValidUntil = context.Now + lifetime,
        Id = context.Random.NewGuid(),
    };

    /// <summary>The claims as an issuer states them.</summary>
    /// <param name="issuer">The <c>iss</c>.</param>
    public JsonObject Payload(string issuer)
    {
        var payload = new JsonObject
        {
            ["iss"] = issuer,
            ["sub"] = Subject,
            ["aud"] = Audience,
            ["iat"] = ValidFrom.ToUnixTimeSeconds(),
            ["nbf"] = ValidFrom.ToUnixTimeSeconds(),
            ["exp"] = ValidUntil.ToUnixTimeSeconds(),
            ["jti"] = Id.ToString(),
        };
        foreach (var (name, value) in Claims)
            payload.Add(name, value?.DeepClone());
        return payload;
    }
}
