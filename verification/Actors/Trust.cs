namespace Provisioning.Verification.Actors;

/// <summary>What a platform's token must carry for one federated credential to accept it.</summary>
/// <param name="Issuer">The <c>iss</c>, exact to the trailing slash.</param>
/// <param name="Subject">The <c>sub</c>, exact to the case.</param>
/// <param name="Audience">The <c>aud</c>.</param>
public sealed record Trust(string Issuer, string Subject, string Audience);
