using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Provisioning.Sandbox.Hosting;

namespace Provisioning.Sandbox.DeepLake;

/// <summary><c>GET</c> and <c>PUT /_sandbox/deeplake/quirks</c>: how Deep Lake answers where its documentation is silent.</summary>
internal sealed class DeepLakeQuirksService(SandboxContext context) : ISandboxService
{
    private readonly DeepLakeStore _store = new(context);

    /// <inheritdoc/>
    public SandboxEndpoint Endpoint => SandboxEndpoint.Admin;

    /// <inheritdoc/>
    public void Map(WebApplication app)
    {
        app.MapGet("/_sandbox/deeplake/quirks", () => Results.Json(_store.Quirks, SandboxJson.Compact));
        app.MapPut("/_sandbox/deeplake/quirks", async (HttpRequest request, CancellationToken cancellationToken) =>
        {
            if (await request.ReadFromJsonAsync<DeepLakeQuirks>(SandboxJson.Compact, cancellationToken) is { } quirks)
                _store.Quirks = quirks;
            return Results.NoContent();
        });
    }
}
