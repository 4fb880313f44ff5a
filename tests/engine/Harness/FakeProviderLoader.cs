using System.Collections.Concurrent;
using Provisioning.Engine.Providers;
using Provisioning.Protocol.Services;

namespace Provisioning.Engine.Tests.Harness;

/// <summary>Serves the package <c>test</c>, and <c>other</c>, from one cloud.</summary>
internal sealed class FakeProviderLoader(FakeCloud cloud) : IProviderLoader
{
    /// <summary>What was loaded, as <c>package@version</c>.</summary>
    public ConcurrentQueue<string> Loaded { get; } = new();

    public Task<IResourceProvider> LoadAsync(ProviderRequest request, CancellationToken cancellationToken)
    {
        Loaded.Enqueue($"{request.Package}@{request.Version}");
        return request.Package is "test" or "other"
            ? Task.FromResult<IResourceProvider>(new FakeProvider(cloud, request.Engine))
            : throw new ProviderNotFoundException($"There is no provider for '{request.Package}' here.");
    }
}
