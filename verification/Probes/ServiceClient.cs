using System.Net.Sockets;
using System.Text;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Provisioning.Verification.Probes;

/// <summary>Sends the requests of a probe. Failures are replies, not exceptions; only cancellation throws.</summary>
internal sealed class ServiceClient(HttpPipelineTransport transport)
{
    private const int LongestContentCharacters = 4 * 1024 * 1024;
    private readonly HttpPipeline _pipeline = ProbePipeline.Create(transport);

    /// <summary>Sends a request and reads what it wants of the answer.</summary>
    public async Task<ServiceReply> SendAsync(ServiceRequest request, CancellationToken cancellationToken)
    {
        try
        {
            using var message = Write(request);
            await _pipeline.SendAsync(message, cancellationToken);
            return await ReadAsync(message.Response, request.ReadsContent, cancellationToken);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new ServiceReply.Unreached($"{request.Address.Authority} did not answer in time.", IsUnknownHost: false);
        }
        catch (Exception lost) when (lost is RequestFailedException or AggregateException or IOException)
        {
            // The pipeline throws one exception for a single attempt and the collected ones after several; the last says most.
            var last = (lost as AggregateException)?.InnerExceptions[^1] ?? lost;
            return new ServiceReply.Unreached($"{request.Address.Authority}: {ServiceWords.FirstLine(last.Message)}", IsUnknownHost(last));
        }
    }

    private HttpMessage Write(ServiceRequest request)
    {
        var message = _pipeline.CreateMessage();
        message.BufferResponse = false;
        message.Request.Method = request.Method;
        message.Request.Uri.Reset(request.Address);
        foreach (var (name, value) in request.Headers)
            message.Request.Headers.SetValue(name, value);
        if (request.Bearer is not null)
            message.Request.Headers.SetValue(HttpHeader.Names.Authorization, $"Bearer {request.Bearer}");
        if (request.Form is not null)
        {
            message.Request.Headers.SetValue(HttpHeader.Names.ContentType, "application/x-www-form-urlencoded");
            message.Request.Content = RequestContent.Create(Encoding.UTF8.GetBytes(string.Join(
                '&', request.Form.Select(field => $"{Uri.EscapeDataString(field.Key)}={Uri.EscapeDataString(field.Value)}"))));
        }
        else if (request.Method == RequestMethod.Post || request.Method == RequestMethod.Put)
        {
            message.Request.Content = RequestContent.Create(Array.Empty<byte>());
        }

        return message;
    }

    private static async Task<ServiceReply> ReadAsync(Response response, bool readsContent, CancellationToken cancellationToken)
    {
        if (response.Status < 300)
        {
            var content = readsContent ? await ReadAsync(response.ContentStream, cancellationToken) : "";
            return new ServiceReply.Success(content, response.Headers.TryGetValue("Location", out var location) ? location : null);
        }

        var code = response.Headers.TryGetValue("x-ms-error-code", out var header) ? header : null;
        return new ServiceReply.Failure(
            response.Status, ServiceError.Parse(response.Status, code, await ReadAsync(response.ContentStream, cancellationToken)));
    }

    private static async Task<string> ReadAsync(Stream? content, CancellationToken cancellationToken)
    {
        if (content is null)
            return "";

        using var reader = new StreamReader(content, Encoding.UTF8);
        var text = new StringBuilder();
        var buffer = new char[4096];
        while (text.Length < LongestContentCharacters && await reader.ReadAsync(buffer, cancellationToken) is > 0 and var count)
            text.Append(buffer, 0, count);
        return text.ToString();
    }

    private static bool IsUnknownHost(Exception lost) => lost switch
    {
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => true,
        SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData } => true,
        { InnerException: { } inner } => IsUnknownHost(inner),
        _ => false,
    };
}
