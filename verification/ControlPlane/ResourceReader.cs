using System.Text.Json;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Provisioning.Verification.ControlPlane;

/// <summary>Reads from Azure Resource Manager as the observer.</summary>
internal sealed class ResourceReader
{
    private readonly Uri address;
    private readonly HttpPipeline pipeline;

    /// <summary>Creates a reader.</summary>
    public ResourceReader(VerificationTarget target)
    {
        address = target.ResourceManager;
        var options = new Options { Transport = target.Transport };
        options.Diagnostics.IsLoggingEnabled = false;
        options.Diagnostics.IsDistributedTracingEnabled = false;
        pipeline = HttpPipelineBuilder.Build(options, new BearerTokenAuthenticationPolicy(target.Observer, target.ResourceManagerScope));
    }

    /// <summary>Reads a resource or a collection; null when it does not exist.</summary>
    /// <param name="path">Its id or path.</param>
    /// <param name="apiVersion">The version of the service's API.</param>
    /// <param name="filter">An OData filter; empty for none.</param>
    /// <param name="cancellationToken">Stops the request.</param>
    /// <exception cref="RequestFailedException">The observer may not read it, or no answer came.</exception>
    public Task<JsonElement?> GetAsync(string path, string apiVersion, string filter, CancellationToken cancellationToken)
    {
        var query = filter.Length == 0 ? "" : $"&$filter={Uri.EscapeDataString(filter)}";
        return GetAsync(new Uri(address, $"{path}?api-version={apiVersion}{query}"), cancellationToken);
    }

    /// <summary>Reads all pages of a collection; empty when what it belongs to does not exist.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="apiVersion">The version of the service's API.</param>
    /// <param name="filter">An OData filter; empty for none.</param>
    /// <param name="cancellationToken">Stops the requests.</param>
    /// <exception cref="RequestFailedException">The observer may not read it, or no answer came.</exception>
    public async Task<IReadOnlyList<JsonElement>> ListAsync(string path, string apiVersion, string filter, CancellationToken cancellationToken)
    {
        var items = new List<JsonElement>();
        var page = await GetAsync(path, apiVersion, filter, cancellationToken);
        while (page is { } current)
        {
            items.AddRange(current.GetProperty("value").EnumerateArray());
            page = current.TryGetProperty("nextLink", out var next) && next.GetString() is { Length: > 0 } link
                ? await GetAsync(new Uri(link), cancellationToken)
                : null;
        }

        return items;
    }

    private async Task<JsonElement?> GetAsync(Uri uri, CancellationToken cancellationToken)
    {
        using var message = pipeline.CreateMessage();
        message.Request.Method = RequestMethod.Get;
        message.Request.Uri.Reset(uri);
        await pipeline.SendAsync(message, cancellationToken);
        return message.Response.Status switch
        {
            404 => null,
            200 => JsonElement.Parse(message.Response.Content),
            _ => throw new RequestFailedException(message.Response),
        };
    }

    private sealed class Options : ClientOptions;
}
