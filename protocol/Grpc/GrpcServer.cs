using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Provisioning.Protocol.Grpc;

/// <summary>
/// Serves unary gRPC methods on a free loopback port, with plaintext HTTP/2. It takes the place of
/// Grpc.AspNetCore.Server, which cannot be had everywhere.
/// </summary>
public sealed class GrpcServer : IAsyncDisposable
{
    /// <summary>How long calls have to answer that the server stops; those that do not are reset.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(1);

    private readonly WebApplication application;
    private readonly CancellationTokenSource stopping;

    private GrpcServer(WebApplication application, CancellationTokenSource stopping, string address)
    {
        this.application = application;
        this.stopping = stopping;
        Address = address;
    }

    /// <summary>Where it listens, as Pulumi passes addresses: <c>127.0.0.1:port</c>.</summary>
    public string Address { get; }

    /// <summary>Starts to listen.</summary>
    public static async Task<GrpcServer> StartAsync(GrpcMethodTable methods, CancellationToken cancellationToken)
    {
        // The empty builder reads no settings: ASPNETCORE_URLS and logging to stdout would break the plugin protocol.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0, endpoint => endpoint.Protocols = HttpProtocols.Http2);
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Limits.MinRequestBodyDataRate = null;
            kestrel.Limits.MinResponseDataRate = null;

            // Registrations wait for each other; a client that queues on one connection must never run out of streams.
            kestrel.Limits.Http2.MaxStreamsPerConnection = 10_000;
        });
        var stopping = new CancellationTokenSource();
        var application = builder.Build();
        application.Run(new GrpcDispatcher(methods, stopping.Token).ServeAsync);
        await application.StartAsync(cancellationToken).ConfigureAwait(false);
        var addresses = application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>();
        var address = addresses?.Addresses.Single() ?? throw new InvalidOperationException("The server has no address.");
        return new GrpcServer(application, stopping, new Uri(address).Authority);
    }

    /// <summary>Stops to listen; running calls are cancelled and answer Unavailable.</summary>
    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync().ConfigureAwait(false);
        using var grace = new CancellationTokenSource(Grace);
        await application.StopAsync(grace.Token).ConfigureAwait(false);
        await application.DisposeAsync().ConfigureAwait(false);
        stopping.Dispose();
    }
}
