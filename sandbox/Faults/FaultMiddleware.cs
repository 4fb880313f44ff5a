using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Provisioning.Sandbox.Hosting;
using Provisioning.Sandbox.Requests;

namespace Provisioning.Sandbox.Faults;

/// <summary>Lets the requests that a rule hits go wrong, before or after the service behind it has done its work.</summary>
internal sealed class FaultMiddleware(SandboxEndpoint endpoint, FaultRules rules, TimeProvider clock)
{
    /// <summary>Puts the middleware into an endpoint's pipeline.</summary>
    public void Use(WebApplication app) => app.Use(InvokeAsync);

    private Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var rule = rules.Match(endpoint, context.Request.Method, context.Request.Path.Value ?? "/");
        return rule?.Kind switch
        {
            null => next(context),
            FaultKind.Latency => DelayAsync(context, rule.Delay, next),
            FaultKind.Throttle => ThrottleAsync(context, rule.Delay),
            FaultKind.Error => ErrorAsync(context, rule.Status, CodeOf(rule.Status), rule.Message),
            FaultKind.ResetBefore => Reset(context),
            FaultKind.ResetAfter => ResetAfterAsync(context, next),
            FaultKind.Truncate => TruncateAsync(context, next),
            FaultKind.ExpireToken => ExpireTokenAsync(context),
            _ => throw new InvalidOperationException($"Fault '{rule.Kind}' has no behaviour."),
        };
    }

    private static Task Reset(HttpContext context)
    {
        context.Abort();
        return Task.CompletedTask;
    }

    private static async Task ResetAfterAsync(HttpContext context, RequestDelegate next)
    {
        await CaptureAsync(context, next);
        context.Abort();
    }

    private static async Task TruncateAsync(HttpContext context, RequestDelegate next)
    {
        var body = await CaptureAsync(context, next);
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body.AsMemory(0, body.Length / 2), context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
        context.Abort();
    }

    private static async Task<byte[]> CaptureAsync(HttpContext context, RequestDelegate next)
    {
        var wire = context.Response.Body;
        using var captured = new MemoryStream();
        context.Response.Body = captured;
        try
        {
            await next(context);
        }
        finally
        {
            context.Response.Body = wire;
        }

        return captured.ToArray();
    }

    private static Task ThrottleAsync(HttpContext context, TimeSpan retryAfter)
    {
        context.Response.Headers.RetryAfter = Math.Ceiling(retryAfter.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return ErrorAsync(context, StatusCodes.Status429TooManyRequests, "TooManyRequests", "The sandbox was told to fail this request.");
    }

    /// <summary>As Azure refuses a token that was revoked before its time: the claims ask for one that is valid from now on.</summary>
    private Task ExpireTokenAsync(HttpContext context)
    {
        var from = clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var claims = new JsonObject
        {
            ["access_token"] = new JsonObject { ["nbf"] = new JsonObject { ["essential"] = true, ["value"] = from } },
        };
        context.Response.Headers.WWWAuthenticate =
            $"Bearer error=\"insufficient_claims\", error_description=\"The token counts no longer.\", claims=\"{Convert.ToBase64String(Encoding.UTF8.GetBytes(claims.ToJsonString()))}\"";
        return ErrorAsync(context, StatusCodes.Status401Unauthorized, "ExpiredAuthenticationToken", "The sandbox was told to let this token count no longer.");
    }

    private static Task ErrorAsync(HttpContext context, int status, string code, string message)
    {
        CallerFeature.Of(context).ErrorCode = code;
        return JsonAnswer.Of(new JsonObject { ["error"] = new JsonObject { ["code"] = code, ["message"] = message } }, status).ExecuteAsync(context);
    }

    private static string CodeOf(int status) => status switch
    {
        StatusCodes.Status500InternalServerError => "InternalServerError",
        StatusCodes.Status502BadGateway => "BadGateway",
        StatusCodes.Status503ServiceUnavailable => "ServiceUnavailable",
        StatusCodes.Status504GatewayTimeout => "GatewayTimeout",
        _ => "SandboxFault",
    };

    private async Task DelayAsync(HttpContext context, TimeSpan delay, RequestDelegate next)
    {
        await Task.Delay(delay, clock, context.RequestAborted);
        await next(context);
    }
}
