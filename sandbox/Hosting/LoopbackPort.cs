using System.Net;
using System.Net.Sockets;

namespace Provisioning.Sandbox.Hosting;

/// <summary>
/// One port on the loopback interface, held from the moment it is chosen, so that nobody can take it before the server listens.
/// Holds 127.0.0.1 and, where the machine has it, ::1.
/// </summary>
internal sealed class LoopbackPort : IDisposable
{
    private readonly Dictionary<IPAddress, Socket> _sockets;

    private LoopbackPort(Dictionary<IPAddress, Socket> sockets, int number, string scheme)
    {
        _sockets = sockets;
        Number = number;
        Scheme = scheme;
    }

    /// <summary>The port's number.</summary>
    public int Number { get; }

    /// <summary>What is spoken there: <c>http</c> or <c>https</c>.</summary>
    public string Scheme { get; }

    /// <summary>The addresses held.</summary>
    public IEnumerable<IPEndPoint> EndPoints => _sockets.Keys.Select(address => new IPEndPoint(address, Number));

    /// <summary>The address for clients.</summary>
    public Uri Address => new($"{Scheme}://localhost:{Number}/");

    /// <summary>Takes the preferred port, or any free one when there is no preference or another program has it.</summary>
    public static LoopbackPort Hold(int? preferred, string scheme)
    {
        if (preferred is { } wanted && TryHold(wanted, scheme) is { } held)
            return held;

        for (var attempt = 0; attempt < 20; attempt++)
        {
            if (TryHold(0, scheme) is { } free)
                return free;
        }

        throw new IOException("No free port was found on the loopback interface.");
    }

    /// <summary>Hands the socket bound to an address over to the server.</summary>
    public Socket Take(IPEndPoint endPoint) => _sockets[endPoint.Address];

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var socket in _sockets.Values)
            socket.Dispose();
    }

    private static LoopbackPort? TryHold(int number, string scheme)
    {
        var sockets = new Dictionary<IPAddress, Socket>();
        foreach (var address in Addresses())
        {
            var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            sockets.Add(address, socket);
            try
            {
                socket.Bind(new IPEndPoint(address, number));
            }
            catch (SocketException)
            {
                foreach (var bound in sockets.Values)
                    bound.Dispose();
                return null;
            }

            number = ((IPEndPoint?)socket.LocalEndPoint)?.Port ?? number;
        }

        return new LoopbackPort(sockets, number, scheme);
    }

    private static IEnumerable<IPAddress> Addresses()
    {
        yield return IPAddress.Loopback;
        if (HasIPv6Loopback())
            yield return IPAddress.IPv6Loopback;
    }

    private static bool HasIPv6Loopback()
    {
        if (!Socket.OSSupportsIPv6)
            return false;

        try
        {
            using var probe = new Socket(AddressFamily.InterNetworkV6, SocketType.Stream, ProtocolType.Tcp);
            probe.Bind(new IPEndPoint(IPAddress.IPv6Loopback, 0));
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
