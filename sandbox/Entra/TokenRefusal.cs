namespace Provisioning.Sandbox.Entra;

/// <summary>Why a bearer token is not accepted.</summary>
internal enum TokenRefusal
{
    /// <summary>There is no Authorization header.</summary>
    Missing,

    /// <summary>The header has another scheme than Bearer, or its value is no JWT.</summary>
    Malformed,

    /// <summary>The signature is wrong, or of a key that is not the tenant's.</summary>
    BadSignature,

    /// <summary>Another tenant or another issuer wrote it.</summary>
    WrongIssuer,

    /// <summary>It is for another resource.</summary>
    WrongAudience,

    /// <summary>Its validity is over.</summary>
    Expired,

    /// <summary>Its validity has not begun.</summary>
    NotYetValid,
}
