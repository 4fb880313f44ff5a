using System.Buffers.Text;
using System.Text;

namespace Provisioning.Verification.Tests;

/// <summary>Tokens that nobody signed.</summary>
internal static class Tokens
{
    /// <summary>A token with claims.</summary>
    /// <param name="claims">The claims as JSON.</param>
    public static string Of(string claims) => $"header.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(claims))}.signature";

    /// <summary>A platform's token.</summary>
    public static string Of(string issuer, string subject, string audience) => Of($$"""{ "iss": "{{issuer}}", "sub": "{{subject}}", "aud": ["{{audience}}"] }""");
}
