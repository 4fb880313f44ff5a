using Provisioning.Protocol.Grpc;
using Provisioning.Protocol.Services;

namespace Pulumi;

/// <summary>The services of an engine in another process.</summary>
/// <param name="Monitor">Where resources are registered.</param>
/// <param name="Engine">Where messages are logged.</param>
internal sealed record EngineConnection(IResourceMonitor Monitor, IEngine Engine)
{
    /// <summary>
    /// Connects to an engine by the addresses that a language host gives, such as <c>127.0.0.1:40001</c>. The connections
    /// last as long as the process.
    /// </summary>
    public static EngineConnection Open(string monitorAddress, string engineAddress) => new(
        new ResourceMonitorClient(GrpcChannel.ForAddress(monitorAddress)),
        new EngineClient(GrpcChannel.ForAddress(engineAddress)));
}
