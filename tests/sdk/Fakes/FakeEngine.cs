using System.Collections.Concurrent;
using Provisioning.Protocol.Services;
using Pulumirpc;

namespace Pulumi.Tests.Fakes;

/// <summary>Records what a program logs.</summary>
internal sealed class FakeEngine : IEngine
{
    private readonly ConcurrentQueue<LogRequest> logged = new();

    public Func<LogRequest, Task> OnLog { get; init; } = _ => Task.CompletedTask;

    public Func<string, Task> OnRequireVersion { get; init; } = _ => Task.CompletedTask;

    public IReadOnlyList<LogRequest> Logged => [.. logged];

    public IReadOnlyList<string> Errors => [.. logged.Where(request => request.Severity == LogSeverity.Error).Select(request => request.Message)];

    public async Task LogAsync(LogRequest request, CancellationToken cancellationToken)
    {
        await OnLog(request);
        logged.Enqueue(request);
    }

    public Task<GetRootResourceResponse> GetRootResourceAsync(GetRootResourceRequest request, CancellationToken cancellationToken) =>
        Task.FromResult(new GetRootResourceResponse());

    public Task<SetRootResourceResponse> SetRootResourceAsync(SetRootResourceRequest request, CancellationToken cancellationToken) =>
        Task.FromResult(new SetRootResourceResponse());

    public async Task<RequirePulumiVersionResponse> RequirePulumiVersionAsync(RequirePulumiVersionRequest request, CancellationToken cancellationToken)
    {
        await OnRequireVersion(request.PulumiVersionRange);
        return new();
    }
}
