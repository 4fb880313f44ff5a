using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Provisioning.Sandbox.Entra;

namespace Provisioning.Sandbox.Graph;

/// <summary>One authorized request on its way through an operation.</summary>
/// <param name="http">The request.</param>
/// <param name="directory">The tenant's objects.</param>
internal sealed class GraphCall(HttpContext http, Entra.Directory directory)
{
    /// <summary>The tenant's objects.</summary>
    public Entra.Directory Directory { get; } = directory;

    /// <summary>The URL of Graph's version 1.0, without trailing slash.</summary>
    public string Root => $"{http.Request.Scheme}://{http.Request.Host}/v1.0";

    /// <summary>Ends when the caller hangs up.</summary>
    public CancellationToken Aborted => http.RequestAborted;

    /// <summary>Whether the caller wants the object to be created when it is missing.</summary>
    public bool PrefersCreation => http.Request.Headers["Prefer"].ToString().Contains("create-if-missing", StringComparison.OrdinalIgnoreCase);

    /// <summary>A part of the path; empty when the route has none of this name.</summary>
    public string Route(string name) => http.Request.RouteValues[name]?.ToString() ?? "";

    /// <summary>A query option; empty when absent.</summary>
    public string Query(string name) => http.Request.Query[name].ToString();

    /// <summary>The part of the path that must be an object's id; anything else names nothing.</summary>
    public Guid RouteId(string name) => Guid.TryParse(Route(name), out var id) ? id : throw GraphException.NotFound(Route(name));

    /// <summary>The body, which must be a JSON object.</summary>
    public async Task<GraphBody> ReadBodyAsync()
    {
        try
        {
            var body = await JsonNode.ParseAsync(http.Request.Body, cancellationToken: Aborted);
            return new GraphBody(body as JsonObject ?? throw GraphException.BadRequest("The request body must be a JSON object."));
        }
        catch (JsonException)
        {
            throw GraphException.BadRequest("Unable to read JSON request payload. Check its syntax and the Content-Type header.");
        }
    }

    /// <summary>An application that readers see, or the refusal that Graph gives.</summary>
    public Application Visible(Application? application, string key) =>
        application is not null && Directory.IsVisible(application.VisibleAt) ? application : throw GraphException.NotFound(key);

    /// <summary>A service principal that readers see, or the refusal that Graph gives.</summary>
    public ServicePrincipal Visible(ServicePrincipal? principal, string key) =>
        principal is not null && Directory.IsVisible(principal.VisibleAt) ? principal : throw GraphException.NotFound(key);
}
