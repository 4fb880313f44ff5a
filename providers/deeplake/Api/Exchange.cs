using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Provisioning.Providers.DeepLake.Configuration;

namespace Provisioning.Providers.DeepLake.Api;

/// <summary>Sends single requests to the service; knows how they are addressed and signed, not what they mean.</summary>
/// <param name="http">Sends them; follows no redirect, so that the token goes nowhere else.</param>
/// <param name="endpoint">The base address, ending in a slash.</param>
/// <param name="token">Signs them.</param>
/// <param name="time">The clock of the limit for one request.</param>
internal sealed class Exchange(HttpMessageInvoker http, Uri endpoint, ApiToken token, TimeProvider time)
{
    /// <summary>How long one request may take before its answer counts as lost.</summary>
    public static readonly TimeSpan RequestTimeout = TimeSpan.FromSeconds(30);

    private const string OrganizationHeader = "X-Activeloop-Org-Id";
    private const int RequestsAtOnce = 5;

    // Keeps to the number of requests that Deep Lake's own clients send at once.
    private readonly SemaphoreSlim places = new(RequestsAtOnce);

    /// <summary>Sends a request about the workload identities of an organization.</summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="organization">The organization.</param>
    /// <param name="registration">One of its registrations; null for the collection.</param>
    /// <param name="body">The body; null for none.</param>
    /// <param name="cancellationToken">Gives the request up.</param>
    public async Task<Answer> SendAsync(
        HttpMethod method, string organization, string? registration, JsonObject? body, CancellationToken cancellationToken)
    {
        var path = $"organizations/{Uri.EscapeDataString(organization)}/workload-identities"
            + (registration is null ? "" : "/" + Uri.EscapeDataString(registration));
        using var request = new HttpRequestMessage(method, new Uri(endpoint, path));
        token.Authorize(request.Headers);
        request.Headers.Add(OrganizationHeader, organization);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        if (body is not null)
            request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");

        await places.WaitAsync(cancellationToken);
        try
        {
            return await SendAsync(request, cancellationToken);
        }
        finally
        {
            places.Release();
        }
    }

    private async Task<Answer> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(RequestTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            using var response = await http.SendAsync(request, either.Token);
            return await ReadAsync(response, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new Answer.Lost($"no answer came within {RequestTimeout.TotalSeconds:0} s");
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException)
        {
            return new Answer.Lost(token.Redact(failure.Message));
        }
    }

    private async Task<Answer> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var content = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        return new Answer.Received(
            response.StatusCode, Parse(content), response.Content.Headers.ContentType?.MediaType == "text/html", RetryAfter(response.Headers.RetryAfter));
    }

    private TimeSpan? RetryAfter(RetryConditionHeaderValue? header)
    {
        var wait = header?.Delta ?? (header?.Date is { } date ? date - time.GetUtcNow() : null);
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }

    private static JsonNode? Parse(ReadOnlySpan<byte> content)
    {
        try
        {
            return content.IsEmpty ? null : JsonNode.Parse(content);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
