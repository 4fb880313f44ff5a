namespace Provisioning.Sandbox.Entra;

/// <summary>An access token that was issued. Printing it shows no token.</summary>
/// <param name="Value">The signed JWT.</param>
/// <param name="ExpiresIn">How long a client can use it; a second less than its validity, as Entra answers.</param>
/// <param name="ExpiresAt">The end of its validity.</param>
internal sealed record AccessToken(string Value, TimeSpan ExpiresIn, DateTimeOffset ExpiresAt)
{
    /// <inheritdoc/>
    public override string ToString() => $"[access token until {ExpiresAt:O}]";
}
