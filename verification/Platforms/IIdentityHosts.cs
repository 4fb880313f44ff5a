using System.Collections.Immutable;
using Azure.Core;

namespace Provisioning.Verification.Platforms;

/// <summary>
/// Processes that stand for hosts with a managed-identity endpoint. Azure's clients find such an endpoint by the environment of their
/// process, so each host needs one of its own.
/// </summary>
public interface IIdentityHosts : IAsyncDisposable
{
    /// <summary>A credential that asks from inside of a host. The process starts with the first token that is asked for.</summary>
    /// <param name="environment">The variables that the host sets, such as <c>MSI_ENDPOINT</c>.</param>
    /// <param name="clientId">Client id of the identity to ask for; null for the host's own.</param>
    TokenCredential Start(ImmutableDictionary<string, string> environment, string? clientId);
}
