using System.Collections.Concurrent;
using Provisioning.Protocol.Services;
using Pulumirpc;

namespace Provisioning.Providers.Azure.Tests.Fakes;

/// <summary>An engine that remembers what it was told.</summary>
internal sealed class FakeEngine : IEngine
{
    private readonly ConcurrentQueue<LogRequest> logs = new();

    public IReadOnlyList<LogRequest> Logs => [.. logs];

    public Task LogAsync(LogRequest request, CancellationToken cancellationToken)
    {
        logs.Enqueue(request);
        return Task.CompletedTask;
    }

    public Task<GetRootResourceResponse> GetRootResourceAsync(GetRootResourceRequest request, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<SetRootResourceResponse> SetRootResourceAsync(SetRootResourceRequest request, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<RequirePulumiVersionResponse> RequirePulumiVersionAsync(RequirePulumiVersionRequest request, CancellationToken cancellationToken) =>
        throw new NotSupportedException();
}
