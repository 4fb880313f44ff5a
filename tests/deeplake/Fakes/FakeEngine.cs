using Provisioning.Protocol.Services;
using Pulumirpc;

namespace Provisioning.Providers.DeepLake.Tests.Fakes;

/// <summary>An engine that remembers what it is told.</summary>
internal sealed class FakeEngine : IEngine
{
    public List<LogRequest> Log { get; } = [];

    public Task LogAsync(LogRequest request, CancellationToken cancellationToken)
    {
        Log.Add(request);
        return Task.CompletedTask;
    }

    public Task<GetRootResourceResponse> GetRootResourceAsync(GetRootResourceRequest request, CancellationToken cancellationToken) =>
        Task.FromResult(new GetRootResourceResponse());

    public Task<SetRootResourceResponse> SetRootResourceAsync(SetRootResourceRequest request, CancellationToken cancellationToken) =>
        Task.FromResult(new SetRootResourceResponse());

    public Task<RequirePulumiVersionResponse> RequirePulumiVersionAsync(RequirePulumiVersionRequest request, CancellationToken cancellationToken) =>
        Task.FromResult(new RequirePulumiVersionResponse());
}
