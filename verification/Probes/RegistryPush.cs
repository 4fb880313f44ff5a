using Azure.Core;

namespace Provisioning.Verification.Probes;

/// <summary>
/// Begins an upload and cancels it. An upload without content shows in no list of the registry and makes no repository, so that even one
/// that cannot be cancelled leaves nothing that anybody could find.
/// </summary>
internal sealed class RegistryPush(RegistryConnection registry)
{
    /// <summary>Pushes to a repository.</summary>
    public async Task<ProbeAnswer> TryAsync(string repository, CancellationToken cancellationToken)
    {
        var push = RegistryScope.Repository(repository, "pull", "push");
        var begun = await registry.SendAsync(RequestMethod.Post, $"/v2/{repository}/blobs/uploads/", push, [], cancellationToken);
        if (begun is not ServiceReply.Success { Location: var location })
            return RegistryAnswers.Of(begun);

        return await CancelAsync(location, push, cancellationToken)
            || await CancelAsync(location, RegistryScope.Repository(repository, "pull", "push", "delete"), cancellationToken)
                ? new ProbeAnswer.Allowed($"'{repository}': an upload was begun and cancelled")
                : new ProbeAnswer.Allowed($"'{repository}': an upload was begun; it could not be cancelled and ends by itself");
    }

    /// <summary>Whether to cancel takes the action <c>delete</c> is not documented, and those who push need not have it; so both are tried.</summary>
    private async Task<bool> CancelAsync(string? location, RegistryScope scope, CancellationToken cancellationToken) =>
        registry.Resolve(location) is { } upload
        && await registry.SendAsync(RequestMethod.Delete, upload, scope, [], cancellationToken) is ServiceReply.Success;
}
