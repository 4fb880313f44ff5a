using System.Diagnostics.CodeAnalysis;

namespace Provisioning.Infra.Model;

/// <summary>
/// Issuer of federated tokens. Entra compares it with the token's <c>iss</c> byte by byte: a slash at the end is part of it.
/// </summary>
public readonly record struct Issuer
{
    /// <summary>Most characters that Entra takes.</summary>
    public const int MaxLength = 600;

    private readonly string? text;

    private Issuer(string text) => this.text = text;

    /// <summary>Reads an issuer: an absolute <c>https</c> address (<c>http</c> only on loopback) without query, fragment or blanks.</summary>
    /// <param name="text">The issuer.</param>
    /// <param name="issuer">The issuer that was read.</param>
    /// <returns>False when Entra would refuse it or could never fetch its keys.</returns>
    public static bool TryParse(string text, [NotNullWhen(true)] out Issuer? issuer)
    {
        bool valid = text.Length <= MaxLength
            && !text.Any(char.IsWhiteSpace)
            && Uri.TryCreate(text, UriKind.Absolute, out Uri? uri)
            && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback))
            && uri.Host.Length > 0 && uri.Query.Length == 0 && uri.Fragment.Length == 0 && uri.UserInfo.Length == 0;
        issuer = valid ? new Issuer(text) : null;
        return valid;
    }

    /// <summary>Reads an issuer that is known to be well formed.</summary>
    /// <param name="text">The issuer.</param>
    /// <exception cref="FormatException">The text is no issuer.</exception>
    public static Issuer Parse(string text) =>
        TryParse(text, out Issuer? issuer) ? issuer.Value : throw new FormatException($"'{text}' is not a token issuer.");

    /// <summary>The issuer, byte for byte.</summary>
    public override string ToString() => text ?? "";
}
