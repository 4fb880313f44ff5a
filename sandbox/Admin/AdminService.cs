using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Provisioning.Sandbox.Faults;
using Provisioning.Sandbox.Hosting;
using Provisioning.Sandbox.Requests;

namespace Provisioning.Sandbox.Admin;

/// <summary>What a sandbox offers beyond Azure: its health, what it was asked, and the faults to show.</summary>
internal sealed class AdminService(SandboxContext context) : ISandboxService
{
    /// <inheritdoc/>
    public SandboxEndpoint Endpoint => SandboxEndpoint.Admin;

    /// <inheritdoc/>
    public void Map(WebApplication app)
    {
        app.MapAnswer("/_sandbox/health", ["GET"], _ => JsonAnswer.Of(new JsonObject { ["status"] = "healthy" }));
        app.MapAnswer("/_sandbox/requests", ["GET"], ReadRequests);
        app.MapAnswer("/_sandbox/faults", ["GET"], _ => JsonAnswer.Of(context.Faults.Rules));
        app.MapAnswer("/_sandbox/faults", ["POST"], async http =>
        {
            var rules = await http.Request.ReadFromJsonAsync(SandboxJson.Compact.TypeInfo<IReadOnlyList<FaultRule>>(), http.RequestAborted);
            context.Faults.Set(rules ?? []);
            return TypedResults.NoContent();
        });
    }

    private IResult ReadRequests(HttpContext http)
    {
        var sent = http.Request.Query["after"].ToString();
        var after = 0L;
        return sent.Length is 0 || long.TryParse(sent, CultureInfo.InvariantCulture, out after)
            ? JsonAnswer.Of(new RequestPage(context.Requests.Count, context.Requests.Writes, context.Requests.Read(after)))
            : TypedResults.BadRequest();
    }
}
