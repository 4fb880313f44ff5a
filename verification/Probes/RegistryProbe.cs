using Azure.Core;
using Azure.Core.Pipeline;

namespace Provisioning.Verification.Probes;

/// <summary>
/// Whether somebody may pull from or push to a container registry, by the requests of a container client: Entra's token is exchanged, then
/// an image is read as far as its configuration, or an upload is begun and cancelled.
/// </summary>
/// <param name="transport">What sends the requests.</param>
/// <param name="loginServer">Host of the registry, with its port where it is not 443.</param>
/// <param name="action">What is asked for.</param>
/// <param name="repository">
/// The repository meant. Without one, images are pulled from the first of the catalog, or from one that does not exist where the catalog is
/// empty or closed to the caller; so name one where a role holds for some repositories only.
/// </param>
internal sealed class RegistryProbe(HttpPipelineTransport transport, string loginServer, RegistryAction action, string? repository = null) : IProbe
{
    /// <summary>A repository that nobody has, for questions that name none.</summary>
    internal const string AbsentRepository = "provisioning-verify/absent";

    private readonly ServiceClient _client = new(transport);

    /// <inheritdoc/>
    public Task<ProbeAnswer> AskAsync(TokenCredential credential, CancellationToken cancellationToken)
    {
        var registry = new RegistryConnection(_client, loginServer, credential);
        return action switch
        {
            RegistryAction.Pull => new RegistryPull(registry).TryAsync(repository, cancellationToken),
            RegistryAction.Push => new RegistryPush(registry).TryAsync(repository ?? AbsentRepository, cancellationToken),
            _ => throw new InvalidOperationException($"'{action}' is no action on a registry."),
        };
    }
}
