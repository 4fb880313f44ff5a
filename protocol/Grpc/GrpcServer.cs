using System.Net;
using Google.Protobuf;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Provisioning.Protocol.Rpc;

namespace Provisioning.Protocol.Grpc;

/// <summary>
/// Serves unary gRPC methods on a free loopback port, with plaintext HTTP/2. It takes the place of
/// Grpc.AspNetCore.Server, which cannot be had everywhere.
/// </summary>
public sealed class GrpcServer : IAsyncDisposable
{
    private readonly WebApplication application;

    private GrpcServer(WebApplication application, string address)
    {
        this.application = application;
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
        var application = builder.Build();
        application.Run(context => ServeAsync(context, methods));
        await application.StartAsync(cancellationToken).ConfigureAwait(false);
        var addresses = application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>();
        var address = addresses?.Addresses.Single() ?? throw new InvalidOperationException("The server has no address.");
        return new GrpcServer(application, new Uri(address).Authority);
    }

    /// <summary>Stops to listen; running calls are cancelled.</summary>
    public ValueTask DisposeAsync() => application.DisposeAsync();

    private static async Task ServeAsync(HttpContext context, GrpcMethodTable methods)
    {
        if (!HttpMethods.IsPost(context.Request.Method) || !ContentTypes.IsGrpc(context.Request.ContentType?.Split(';')[0].Trim()))
        {
            context.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
            return;
        }

        context.Response.ContentType = ContentTypes.Grpc;
        try
        {
            var handler = methods.Find(context.Request.Path.Value)
                ?? throw new RpcException(RpcStatusCode.Unimplemented, $"{context.Request.Path} is not served here.");
            var response = await CallAsync(context, handler).ConfigureAwait(false);
            context.Response.DeclareTrailer(StatusHeaders.Status);
            await context.Response.Body.WriteAsync(MessageFrame.Encode(response), context.RequestAborted).ConfigureAwait(false);
            context.Response.AppendTrailer(StatusHeaders.Status, "0");
        }
        catch (RpcException exception)
        {
            foreach (var (name, value) in StatusHeaders.Of(exception))
                context.Response.Headers[name] = value;
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The caller reset the call; there is nobody to answer.
        }
    }

    private static async Task<IMessage> CallAsync(HttpContext context, Func<HttpRequest, CancellationToken, Task<IMessage>> handler)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        if (Deadline.Read(context.Request.Headers[Deadline.Header]) is { } timeout)
            deadline.CancelAfter(timeout);

        try
        {
            return await handler(context.Request, deadline.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (!context.RequestAborted.IsCancellationRequested)
        {
            throw deadline.IsCancellationRequested
                ? new RpcException(RpcStatusCode.DeadlineExceeded, "The deadline of the call passed.", exception)
                : new RpcException(RpcStatusCode.Cancelled, "The call was cancelled.", exception);
        }
        catch (Exception exception) when (exception is not (RpcException or OperationCanceledException))
        {
            // To the caller a bug of a handler is a call whose effect is not known.
            throw new RpcException(RpcStatusCode.Unknown, exception.Message, exception);
        }
    }
}
