namespace Provisioning.Infra.Model;

/// <summary>One issuer and subject that a workload's tokens carry, hence one federated credential of its identity.</summary>
/// <param name="Issuer">Who signs the tokens.</param>
/// <param name="Subject">Whom the tokens name.</param>
/// <param name="Purpose">
/// What tells it apart from the workload's other trusts, such as <c>plan</c>: letters, digits and hyphens; empty for an only one.
/// </param>
public sealed record FederatedTrust(TrustIssuer Issuer, Subject Subject, string Purpose)
{
    /// <summary>The audience of the tokens where the platform insists on its own; null for the one of the cloud.</summary>
    public string? Audience { get; init; }
}
