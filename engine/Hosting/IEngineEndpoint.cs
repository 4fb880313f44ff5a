namespace Provisioning.Engine.Hosting;

/// <summary>How other processes, programs and plugins, reach the engine of an operation.</summary>
public interface IEngineEndpoint
{
    /// <summary>
    /// The address (<c>127.0.0.1:port</c>) of a gRPC server with the services <c>Engine</c>, <c>ResourceMonitor</c> (while a
    /// program may register resources) and <c>Health</c>. It listens from the first call on and ends with the operation.
    /// </summary>
    Task<string> ListenAsync(CancellationToken cancellationToken);
}
