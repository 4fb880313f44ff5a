namespace Provisioning.Sandbox.Entra;

/// <summary>What the token endpoint answers.</summary>
internal abstract record TokenOutcome
{
    private TokenOutcome()
    {
    }

    /// <summary>A token was issued.</summary>
    public sealed record Granted(AccessToken Token) : TokenOutcome;

    /// <summary>The request was refused.</summary>
    public sealed record Refused(EntraError Error) : TokenOutcome;
}
