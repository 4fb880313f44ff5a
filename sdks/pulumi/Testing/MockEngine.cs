using System.Collections.Concurrent;
using Provisioning.Protocol.Services;
using Pulumirpc;

namespace Pulumi.Testing;

/// <summary>Keeps the errors that a program under test logs.</summary>
internal sealed class MockEngine : IEngine
{
    /// <summary>The errors in the order they were logged.</summary>
    public ConcurrentQueue<string> Errors { get; } = new();

    public Task LogAsync(LogRequest request, CancellationToken cancellationToken)
    {
        if (request.Severity == LogSeverity.Error)
            Errors.Enqueue(request.Message);
        return Task.CompletedTask;
    }

    public Task<GetRootResourceResponse> GetRootResourceAsync(GetRootResourceRequest request, CancellationToken cancellationToken) =>
        Task.FromResult(new GetRootResourceResponse());

    public Task<SetRootResourceResponse> SetRootResourceAsync(SetRootResourceRequest request, CancellationToken cancellationToken) =>
        Task.FromResult(new SetRootResourceResponse());

    public Task<RequirePulumiVersionResponse> RequirePulumiVersionAsync(RequirePulumiVersionRequest request, CancellationToken cancellationToken) =>
        Task.FromResult(new RequirePulumiVersionResponse());
}
