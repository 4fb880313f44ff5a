using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Provisioning.Sandbox.Hosting;
using Provisioning.Sandbox.Requests;

namespace Provisioning.Sandbox.Entra.Endpoints;

/// <summary>Writes a refusal as Entra does: the code in the description, ids and time repeated beside it.</summary>
internal sealed class EntraErrorWriter(SandboxContext context)
{
    private const string CorrelationHeader = "client-request-id";

    /// <summary>The answer to a request.</summary>
    public IResult Write(EntraError error, HttpContext http)
    {
        var trace = context.Random.NewGuid().ToString();
        var correlation = Guid.TryParse(http.Request.Headers[CorrelationHeader], out var sent) ? sent.ToString() : context.Random.NewGuid().ToString();
        var timestamp = context.Now.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var code = $"AADSTS{error.Code}";

        var caller = CallerFeature.Of(http);
        caller.ErrorCode = code;
        caller.CorrelationId = correlation;
        http.Response.Headers["x-ms-request-id"] = trace;
        http.Response.Headers[CorrelationHeader] = correlation;
        http.Response.Headers.CacheControl = "no-store, no-cache";
        var body = new JsonObject
        {
            ["error"] = error.Error,
            ["error_description"] = $"{code}: {error.Message}\r\nTrace ID: {trace}\r\nCorrelation ID: {correlation}\r\nTimestamp: {timestamp}",
            ["error_codes"] = new JsonArray(error.Code),
            ["timestamp"] = timestamp,
            ["trace_id"] = trace,
            ["correlation_id"] = correlation,
            ["error_uri"] = $"{RequestOrigin.Of(http.Request)}/error?code={error.Code}",
        };
        return JsonAnswer.Of(body, status: error.Status);
    }
}
