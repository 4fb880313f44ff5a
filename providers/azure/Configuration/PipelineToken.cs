using System.Text.Json;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;
using Provisioning.Providers.Azure.Http;

namespace Provisioning.Providers.Azure.Configuration;

/// <summary>Asks the pipeline that runs us for a federated token (GitHub Actions, OpenID Connect reference).</summary>
internal sealed class PipelineToken
{
    private readonly HttpPipeline pipeline;
    private readonly Uri address;
    private readonly string bearer;

    /// <summary>Creates the request.</summary>
    /// <param name="transport">How bytes travel.</param>
    /// <param name="url">Where to ask; has a query already.</param>
    /// <param name="bearer">The token that allows to ask. Secret.</param>
    /// <param name="audience">The audience of the token asked for.</param>
    public PipelineToken(HttpPipelineTransport transport, string url, string bearer, string audience)
    {
        pipeline = Pipelines.Build(transport);
        address = new Uri($"{url}{(url.Contains('?', StringComparison.Ordinal) ? '&' : '?')}audience={Uri.EscapeDataString(audience)}");
        this.bearer = bearer;
    }

    /// <summary>A fresh token.</summary>
    public async Task<string> GetAsync(CancellationToken cancellationToken)
    {
        using var message = pipeline.CreateMessage();
        message.Request.Method = RequestMethod.Get;
        message.Request.Uri.Reset(address);
        message.Request.Headers.SetValue(HttpHeader.Names.Authorization, $"Bearer {bearer}");
        await pipeline.SendAsync(message, cancellationToken);
        if (message.Response.Status != 200)
            throw new AuthenticationFailedException($"The pipeline refused to issue a federated token (HTTP status {message.Response.Status}). Grant the job the permission 'id-token: write'.");

        using var document = JsonDocument.Parse(message.Response.Content);
        return document.RootElement.TryGetProperty("value", out var value) && value.GetString() is { } token
            ? token
            : throw new AuthenticationFailedException("The pipeline's answer holds no federated token.");
    }
}
