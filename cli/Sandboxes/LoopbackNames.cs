using System.Net;
using System.Net.Sockets;

namespace Provisioning.Cli.Sandboxes;

/// <summary>Connects to names below <c>localhost</c> as to this machine, which not every resolver does (RFC 6761, section 6.3).</summary>
internal static class LoopbackNames
{
    /// <summary>A handler that connects so, and to all other names as usual.</summary>
    public static SocketsHttpHandler CreateHandler() => new() { UseProxy = false, ConnectCallback = ConnectAsync };

    private static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            if (host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase))
                await socket.ConnectAsync(IPAddress.Loopback, port, cancellationToken);
            else
                await socket.ConnectAsync(host, port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
