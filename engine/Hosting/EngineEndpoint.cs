using Provisioning.Protocol.Grpc;
using Provisioning.Protocol.Services;

namespace Provisioning.Engine.Hosting;

/// <summary>The server of one operation. An operation whose program and providers all run in this process never starts it.</summary>
/// <param name="engine">Where programs and providers log.</param>
internal sealed class EngineEndpoint(IEngine engine) : IEngineEndpoint, IAsyncDisposable
{
    private readonly GrpcMethodTable methods = new GrpcMethodTable().AddEngine(engine).AddHealth();

    /// <summary>Guards the members below.</summary>
    private readonly Lock gate = new();
    private Task<GrpcServer>? server;

    /// <summary>Serves the monitor of the program from now on.</summary>
    public void Add(IResourceMonitor monitor) => methods.AddResourceMonitor(monitor);

    /// <inheritdoc/>
    public async Task<string> ListenAsync(CancellationToken cancellationToken)
    {
        Task<GrpcServer> starting;
        lock (gate)
            starting = server ??= GrpcServer.StartAsync(methods, CancellationToken.None);
        return (await starting.WaitAsync(cancellationToken).ConfigureAwait(false)).Address;
    }

    /// <summary>Stops to listen; calls that still run answer Unavailable.</summary>
    public async ValueTask DisposeAsync()
    {
        if (server is not null)
            await (await server.ConfigureAwait(false)).DisposeAsync().ConfigureAwait(false);
    }
}
