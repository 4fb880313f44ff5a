using Azure.Core;

namespace Provisioning.Verification.Probes;

/// <summary>
/// One request to a service, made as somebody, that shows whether he may do something. A probe changes nothing that lasts: what it
/// writes it deletes again, whether the write was expected or not. Safe for concurrent questions.
/// </summary>
internal interface IProbe
{
    /// <summary>Asks the service. Never throws for what a service can answer; failures to get a token are the caller's.</summary>
    /// <param name="credential">Who asks.</param>
    /// <param name="cancellationToken">Stops the request.</param>
    /// <exception cref="Azure.Identity.AuthenticationFailedException">The credential got no token.</exception>
    Task<ProbeAnswer> AskAsync(TokenCredential credential, CancellationToken cancellationToken);
}
