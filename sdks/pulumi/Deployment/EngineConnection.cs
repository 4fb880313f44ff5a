using Provisioning.Protocol.Grpc;
using Provisioning.Protocol.Services;

namespace Pulumi;

/// <summary>The services of an engine in another process.</summary>
internal sealed class EngineConnection : IDisposable
{
    private readonly GrpcChannel monitorChannel;
    private readonly GrpcChannel engineChannel;

    /// <summary>Connects, at the first call, to the addresses that a language host gives, such as <c>127.0.0.1:40001</c>.</summary>
    public EngineConnection(string monitorAddress, string engineAddress)
    {
        monitorChannel = GrpcChannel.ForAddress(monitorAddress);
        engineChannel = GrpcChannel.ForAddress(engineAddress);
        Monitor = new ResourceMonitorClient(monitorChannel);
        Engine = new EngineClient(engineChannel);
    }

    /// <summary>Where resources are registered.</summary>
    public IResourceMonitor Monitor { get; }

    /// <summary>Where messages are logged.</summary>
    public IEngine Engine { get; }

    public void Dispose()
    {
        monitorChannel.Dispose();
        engineChannel.Dispose();
    }
}
