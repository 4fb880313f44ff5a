using System.Collections.Immutable;

namespace Provisioning.Verification.ControlPlane;

/// <summary>A federated credential as Azure has it now.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Issuer">The issuer it trusts.</param>
/// <param name="Subject">The subject it trusts.</param>
/// <param name="Audiences">The audiences it trusts; Azure allows one.</param>
internal sealed record TrustedToken(string Name, string Issuer, string Subject, ImmutableArray<string> Audiences);
