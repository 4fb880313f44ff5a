using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Provisioning.Sandbox.Hosting;
using Provisioning.Sandbox.Requests;

namespace Provisioning.Sandbox.Arm;

/// <summary>Writes an answer with the headers Resource Manager puts on every one.</summary>
internal sealed class ArmAnswer(HttpContext http, SandboxContext sandbox)
{
    private const string CorrelationHeader = "x-ms-correlation-request-id";
    private const string ClientRequestHeader = "x-ms-client-request-id";

    /// <summary>Writes the answer.</summary>
    public async Task WriteAsync(ArmResponse? response)
    {
        ArgumentNullException.ThrowIfNull(response);
        var correlation = http.Request.Headers[CorrelationHeader].FirstOrDefault() ?? sandbox.Random.NewGuid().ToString();
        WriteHeaders(correlation);
        foreach (var (name, value) in response.Headers)
            http.Response.Headers[name] = value;

        var caller = CallerFeature.Of(http);
        caller.CorrelationId = correlation;
        caller.ErrorCode = response.ErrorCode;
        http.Response.StatusCode = response.Status;
        if (response.Body is not null)
            await http.Response.WriteAsJsonAsync(response.Body, SandboxJson.Compact.TypeInfo<JsonNode>(), cancellationToken: http.RequestAborted);
    }

    private void WriteHeaders(string correlation)
    {
        var headers = http.Response.Headers;
        headers["x-ms-request-id"] = sandbox.Random.NewGuid().ToString();
        headers[CorrelationHeader] = correlation;
        headers["x-ms-routing-request-id"] = string.Create(
            CultureInfo.InvariantCulture, $"SANDBOX:{sandbox.Now.UtcDateTime:yyyyMMdd'T'HHmmss'Z'}:{sandbox.Random.NewGuid()}");
        headers["Strict-Transport-Security"] = "max-age=31536000; includeSubDomains";
        headers["X-Content-Type-Options"] = "nosniff";
        headers["Cache-Control"] = "no-cache";
        headers["Pragma"] = "no-cache";
        headers["Expires"] = "-1";
        if (http.Request.Headers[ClientRequestHeader].FirstOrDefault() is { } client
            && string.Equals(http.Request.Headers["x-ms-return-client-request-id"], "true", StringComparison.OrdinalIgnoreCase))
        {
            headers[ClientRequestHeader] = client;
        }
    }
}
