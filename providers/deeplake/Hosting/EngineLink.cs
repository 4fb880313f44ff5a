using Provisioning.Protocol.Grpc;
using Provisioning.Protocol.Rpc;
using Provisioning.Protocol.Services;
using Pulumirpc;

namespace Provisioning.Providers.DeepLake.Hosting;

/// <summary>
/// The engine of another process: the one that started this plugin, or the one that attached itself to it last. Thread-safe.
/// </summary>
/// <param name="period">How often the engine is asked whether it is still there.</param>
/// <param name="time">The clock.</param>
internal sealed class EngineLink(TimeSpan period, TimeProvider time) : IEngine, IDisposable
{
    private readonly TaskCompletionSource attached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile GrpcChannel? channel;

    /// <summary>Uses an engine from now on.</summary>
    /// <param name="address">Where it listens: <c>host:port</c>.</param>
    public void Connect(string address)
    {
        Interlocked.Exchange(ref channel, GrpcChannel.ForAddress(address))?.Dispose();
        attached.TrySetResult();
    }

    /// <summary>Returns when the engine has gone, which it does without a word. Waits for one to attach itself first.</summary>
    public async Task WaitUntilGoneAsync(CancellationToken cancellationToken)
    {
        await attached.Task.WaitAsync(cancellationToken);
        using var timer = new PeriodicTimer(period, time);
        while (await timer.WaitForNextTickAsync(cancellationToken))
        {
            var engine = channel;
            if (engine is not null && !await engine.IsAliveAsync(cancellationToken) && engine == channel)
                return;
        }
    }

    /// <summary>Shows a message. An engine that cannot be reached is no reason for an operation to fail.</summary>
    public async Task LogAsync(LogRequest request, CancellationToken cancellationToken)
    {
        if (channel is not { } engine)
            return;
        try
        {
            await new EngineClient(engine).LogAsync(request, cancellationToken);
        }
        catch (RpcException)
        {
            // Nobody is there to be told.
        }
    }

    /// <inheritdoc/>
    public Task<GetRootResourceResponse> GetRootResourceAsync(GetRootResourceRequest request, CancellationToken cancellationToken) =>
        throw RpcException.Unimplemented("GetRootResource");

    /// <inheritdoc/>
    public Task<SetRootResourceResponse> SetRootResourceAsync(SetRootResourceRequest request, CancellationToken cancellationToken) =>
        throw RpcException.Unimplemented("SetRootResource");

    /// <inheritdoc/>
    public Task<RequirePulumiVersionResponse> RequirePulumiVersionAsync(RequirePulumiVersionRequest request, CancellationToken cancellationToken) =>
        throw RpcException.Unimplemented("RequirePulumiVersion");

    /// <inheritdoc/>
    public void Dispose() => channel?.Dispose();
}
