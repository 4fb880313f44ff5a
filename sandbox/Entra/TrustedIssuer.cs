namespace Provisioning.Sandbox.Entra;

/// <summary>An issuer that lives outside of the sandbox, with its public keys.</summary>
/// <param name="Issuer">Its <c>iss</c>, exact to the trailing slash.</param>
/// <param name="KeySet">Its keys as a JSON Web Key Set document.</param>
internal sealed record TrustedIssuer(string Issuer, string KeySet);
