using System.Globalization;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Provisioning.Providers.Azure.Values;

namespace Provisioning.Providers.Azure.Http;

/// <summary>Sends single calls with a token for one audience. Retries are not made here: they depend on the operation.</summary>
internal sealed class RestClient
{
    private readonly HttpPipeline pipeline;
    private readonly TimeProvider time;

    /// <summary>Creates a client.</summary>
    /// <param name="transport">How bytes travel.</param>
    /// <param name="credential">Who we are.</param>
    /// <param name="scope">The scope of the tokens, such as <c>https://management.azure.com/.default</c>.</param>
    /// <param name="time">The clock that a <c>Retry-After</c> date is measured against.</param>
    public RestClient(HttpPipelineTransport transport, TokenCredential credential, string scope, TimeProvider time)
    {
        this.time = time;
        pipeline = Pipelines.Build(transport, new CorrelationPolicy(), new BearerTokenAuthenticationPolicy(credential, scope));
    }

    /// <summary>Sends a call and reads the whole answer, whatever its status.</summary>
    /// <exception cref="AzureException">There was no answer: the connection failed or timed out.</exception>
    public async Task<RestResponse> SendAsync(RestRequest request, string correlationId, CancellationToken cancellationToken)
    {
        using var message = pipeline.CreateMessage();
        Fill(message.Request, request);
        CorrelationPolicy.Mark(message, correlationId);
        try
        {
            await pipeline.SendAsync(message, cancellationToken);
        }
        catch (RequestFailedException failure) when (failure.Status == 0)
        {
            throw NoAnswer(failure, correlationId);
        }
        catch (IOException failure)
        {
            throw NoAnswer(failure, correlationId);
        }
        catch (OperationCanceledException failure) when (!cancellationToken.IsCancellationRequested)
        {
            throw NoAnswer(failure, correlationId);
        }

        return Read(message.Response, correlationId);
    }

    private static void Fill(Request target, RestRequest request)
    {
        target.Method = request.Method;
        target.Uri.Reset(request.Uri);
        target.Headers.SetValue(HttpHeader.Names.Accept, "application/json");
        foreach (var (name, value) in request.Headers)
            target.Headers.SetValue(name, value);
        if (request.Body is null)
            return;

        target.Headers.SetValue(HttpHeader.Names.ContentType, "application/json");
        target.Content = RequestContent.Create(JsonValues.Write(request.Body));
    }

    private static AzureException NoAnswer(Exception failure, string correlationId) =>
        new(new AzureError(0, AzureError.NoAnswer, failure.GetBaseException().Message) { Codes = [AzureError.NoAnswer], CorrelationId = correlationId });

    private RestResponse Read(Response response, string correlationId) =>
        new(response.Status, JsonValues.ParseObject(response.Content))
        {
            RetryAfter = RetryAfter(response),
            AsyncOperation = Address(response, "Azure-AsyncOperation"),
            Location = Address(response, "Location"),
            RequestId = Header(response, "x-ms-request-id") ?? Header(response, "request-id") ?? "",
            CorrelationId = Header(response, CorrelationPolicy.Header) ?? correlationId,
        };

    private TimeSpan? RetryAfter(Response response)
    {
        if (Header(response, "Retry-After") is not { } value)
            return null;
        if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
            return TimeSpan.FromSeconds(seconds);
        if (!DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant))
            return null;
        var wait = instant - time.GetUtcNow();
        return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
    }

    private static Uri? Address(Response response, string header) =>
        Uri.TryCreate(Header(response, header), UriKind.Absolute, out var address) ? address : null;

    private static string? Header(Response response, string name) =>
        response.Headers.TryGetValue(name, out var value) ? value : null;
}
