using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Provisioning.Sandbox.Faults;
using Provisioning.Sandbox.Hosting;

namespace Provisioning.Sandbox.Admin;

/// <summary>What a sandbox offers beyond Azure: its health, what it was asked, and the faults to show.</summary>
internal sealed class AdminService(SandboxContext context) : ISandboxService
{
    /// <inheritdoc/>
    public SandboxEndpoint Endpoint => SandboxEndpoint.Admin;

    /// <inheritdoc/>
    public void Map(WebApplication app)
    {
        app.MapGet("/_sandbox/health", () => Results.Json(new { status = "healthy" }));
        app.MapGet("/_sandbox/requests", (long? after) => Results.Json(
            new { count = context.Requests.Count, writes = context.Requests.Writes, requests = context.Requests.Read(after ?? 0) },
            SandboxJson.Compact));
        app.MapGet("/_sandbox/faults", () => Results.Json(context.Faults.Rules, SandboxJson.Compact));
        app.MapPost("/_sandbox/faults", async (HttpRequest request, CancellationToken cancellationToken) =>
        {
            var rules = await request.ReadFromJsonAsync<IReadOnlyList<FaultRule>>(SandboxJson.Compact, cancellationToken);
            context.Faults.Set(rules ?? []);
            return Results.NoContent();
        });
    }
}
