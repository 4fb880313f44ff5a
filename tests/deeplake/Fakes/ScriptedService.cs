using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Provisioning.Providers.DeepLake.Tests.Fakes;

/// <summary>A service that answers as a test has written down, one line for each request, and fails on any other request.</summary>
internal sealed class ScriptedService : HttpMessageHandler
{
    private readonly Queue<(string Request, Func<CancellationToken, Task<HttpResponseMessage>> Answer)> script = new();

    public List<SentRequest> Requests { get; } = [];

    /// <summary>Expects a request, written as method and path, and answers it.</summary>
    public ScriptedService Answer(string request, HttpStatusCode status, string body = "", string mediaType = "application/json", TimeSpan? retryAfter = null) =>
        Then(request, _ =>
        {
            var response = new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, mediaType) };
            if (retryAfter is { } wait)
                response.Headers.RetryAfter = new RetryConditionHeaderValue(wait);
            return Task.FromResult(response);
        });

    /// <summary>Expects a request and breaks the connection.</summary>
    public ScriptedService Break(string request) => Then(request, _ => throw new HttpRequestException("The connection was reset."));

    /// <summary>Expects a request, says so, and never answers.</summary>
    public ScriptedService Hang(string request, Action reached) => Then(request, async cancellationToken =>
    {
        reached();
        await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        throw new InvalidOperationException("An endless wait ended.");
    });

    /// <summary>Every line of the script was used.</summary>
    public void AssertDone() => Assert.Empty(script.Select(line => line.Request));

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var uri = request.RequestUri ?? throw new InvalidOperationException("A request lacks its address.");
        var sent = new SentRequest(
            request.Method.Method,
            uri,
            request.Headers.Authorization?.ToString(),
            request.Headers.TryGetValues("X-Activeloop-Org-Id", out var values) ? values.Single() : null,
            request.Content is null ? null : JsonNode.Parse(await request.Content.ReadAsStringAsync(cancellationToken)));
        Requests.Add(sent);
        Assert.True(script.TryDequeue(out var line), $"'{sent}' was sent and nothing was expected any more.");
        Assert.Equal(line.Request, sent.ToString());
        return await line.Answer(cancellationToken);
    }

    private ScriptedService Then(string request, Func<CancellationToken, Task<HttpResponseMessage>> answer)
    {
        script.Enqueue((request, answer));
        return this;
    }
}
