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
        app.MapAnswer("/_sandbox/deeplake/quirks", ["GET"], _ => JsonAnswer.Of(_store.Quirks));
        app.MapAnswer("/_sandbox/deeplake/quirks", ["PUT"], async http =>
        {
            if (await http.Request.ReadFromJsonAsync(SandboxJson.Compact.TypeInfo<DeepLakeQuirks>(), http.RequestAborted) is { } quirks)
                _store.Quirks = quirks;
            return TypedResults.NoContent();
        });
    }
}
