using Provisioning.Engine.Events;
using Provisioning.Engine.State;
using Provisioning.Protocol.Services;
using Pulumirpc;

namespace Provisioning.Engine.Operations;

/// <summary>Where programs and providers log, and where programs remember the stack resource. Thread-safe.</summary>
internal sealed class EngineService(EventPublisher events) : IEngine
{
    private volatile string rootResource = "";

    /// <inheritdoc/>
    public Task LogAsync(LogRequest request, CancellationToken cancellationToken)
    {
        events.Diagnostic(
            request.Severity,
            Urn.TryParse(request.Urn, out var urn) ? urn : null,
            request.Message,
            request.StreamId,
            request.Ephemeral);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<GetRootResourceResponse> GetRootResourceAsync(GetRootResourceRequest request, CancellationToken cancellationToken) =>
        Task.FromResult(new GetRootResourceResponse { Urn = rootResource });

    /// <inheritdoc/>
    public Task<SetRootResourceResponse> SetRootResourceAsync(SetRootResourceRequest request, CancellationToken cancellationToken)
    {
        rootResource = request.Urn;
        return Task.FromResult(new SetRootResourceResponse());
    }

    /// <inheritdoc/>
    public Task<RequirePulumiVersionResponse> RequirePulumiVersionAsync(
        RequirePulumiVersionRequest request, CancellationToken cancellationToken)
    {
        VersionRange.Require(request.PulumiVersionRange, Manifest.CompatibleVersion.TrimStart('v'));
        return Task.FromResult(new RequirePulumiVersionResponse());
    }
}
