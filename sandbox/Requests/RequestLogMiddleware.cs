using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Provisioning.Sandbox.Hosting;

namespace Provisioning.Sandbox.Requests;

/// <summary>Writes each request of an endpoint to the log after it was answered. Stands first in the pipeline, so that faults are seen too.</summary>
internal sealed class RequestLogMiddleware(SandboxEndpoint endpoint, RequestLog log, TimeProvider clock)
{
    /// <summary>Puts the middleware into an endpoint's pipeline.</summary>
    public void Use(WebApplication app)
    {
        if (endpoint is not SandboxEndpoint.Admin)
            app.Use(InvokeAsync);
    }

    private async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var caller = new CallerFeature();
        context.Features.Set(caller);
        var at = clock.GetUtcNow();
        var start = clock.GetTimestamp();

        // A service may rewrite the path for routing; the log shows what the client sent.
        var path = context.Request.Path.Value ?? "/";
        try
        {
            await next(context);
        }
        finally
        {
            var status = context.RequestAborted.IsCancellationRequested ? 0 : context.Response.StatusCode;
            log.Add(endpoint, at, context.Request.Method, path, status, clock.GetElapsedTime(start), caller);
        }
    }
}
