using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Provisioning.Sandbox.Certificates;
using Provisioning.Sandbox.Faults;
using Provisioning.Sandbox.Requests;

namespace Provisioning.Sandbox.Hosting;

/// <summary>The server of one endpoint: TLS on loopback unless its port speaks plain HTTP, the request log, the faults, then the services' routes. Reads no configuration.</summary>
internal sealed class EndpointServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private EndpointServer(WebApplication app) => _app = app;

    /// <summary>Starts to serve an endpoint.</summary>
    public static async Task<EndpointServer> StartAsync(
        SandboxEndpoint endpoint,
        LoopbackPort port,
        ServerCertificates certificates,
        SandboxContext context,
        IReadOnlyList<ISandboxService> services,
        CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddRoutingCore();
        builder.Services.Configure<SocketTransportOptions>(options =>
            options.CreateBoundListenSocket = bound => port.Take((IPEndPoint)bound));
        builder.WebHost.UseKestrelCore();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(options =>
        {
            options.AddServerHeader = false;
            foreach (var endPoint in port.EndPoints)
            {
                options.Listen(endPoint, listen =>
                {
                    if (port.Scheme == Uri.UriSchemeHttps)
                        listen.UseHttps(https => https.ServerCertificateSelector = (_, name) => certificates.Select(name));
                });
            }
        });

        var app = builder.Build();
        new RequestLogMiddleware(endpoint, context.Requests, context.Clock).Use(app);
        if (endpoint is not SandboxEndpoint.Admin)
            new FaultMiddleware(endpoint, context.Faults, context.Clock).Use(app);
        foreach (var service in services)
            service.Map(app);

        await app.StartAsync(cancellationToken);
        return new EndpointServer(app);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
