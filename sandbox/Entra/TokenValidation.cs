namespace Provisioning.Sandbox.Entra;

/// <summary>What came of the check of a bearer token.</summary>
internal abstract record TokenValidation
{
    private TokenValidation()
    {
    }

    /// <summary>The token is good.</summary>
    /// <param name="Principal">Who calls.</param>
    public sealed record Accepted(TokenPrincipal Principal) : TokenValidation;

    /// <summary>The call has to be answered with 401.</summary>
    /// <param name="Reason">Why.</param>
    /// <param name="Message">A sentence for the caller that holds no part of the token but its plain claims.</param>
    public sealed record Refused(TokenRefusal Reason, string Message) : TokenValidation;
}
