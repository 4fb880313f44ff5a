using System.Net;
using System.Text;

namespace Provisioning.Providers.Azure.Tests.Fakes;

/// <summary>
/// Azure as a script: answers per verb and path, in order; the last one of each repeats. Anything else does not exist.
/// </summary>
internal sealed class FakeAzure : HttpMessageHandler
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Queue<Func<FakeRequest, HttpResponseMessage>>> script = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<FakeRequest> requests = [];

    /// <summary>What was asked so far, in order.</summary>
    public IReadOnlyList<FakeRequest> Requests
    {
        get
        {
            lock (gate)
                return [.. requests];
        }
    }

    /// <summary>Awaited by every request before it is answered; lets a test hold requests back.</summary>
    public Func<FakeRequest, Task> Gate { get; set; } = _ => Task.CompletedTask;

    /// <summary>Adds an answer.</summary>
    /// <param name="method">The verb.</param>
    /// <param name="path">The path without query.</param>
    /// <param name="status">The status to answer with.</param>
    /// <param name="body">The JSON body.</param>
    /// <param name="headers">Headers as "Name: value".</param>
    public FakeAzure On(string method, string path, int status, string body = "", params string[] headers) =>
        On(method, path, _ => Answer(status, body, headers));

    /// <summary>Adds an answer that depends on the request.</summary>
    public FakeAzure On(string method, string path, Func<FakeRequest, HttpResponseMessage> answer)
    {
        lock (gate)
        {
            if (!script.TryGetValue($"{method} {path}", out var answers))
                script[$"{method} {path}"] = answers = new();
            answers.Enqueue(answer);
        }

        return this;
    }

    /// <summary>Adds a connection that breaks.</summary>
    public FakeAzure Breaks(string method, string path) =>
        On(method, path, _ => throw new HttpRequestException("The connection was reset."));

    /// <summary>Makes a path that keeps what is put there.</summary>
    /// <param name="path">The path.</param>
    /// <param name="status">The status of PUT.</param>
    /// <param name="decorate">What the service makes of a body; the body itself by default.</param>
    public FakeAzure Stores(string path, int status = 201, Func<string, string>? decorate = null)
    {
        string? stored = null;
        On("GET", path, _ => stored is null ? NotFound() : Answer(200, stored));
        On("PUT", path, request => Answer(status, stored = decorate is null ? request.Body : decorate(request.Body)));
        On("DELETE", path, _ =>
        {
            stored = null;
            return Answer(200, "");
        });
        return this;
    }

    /// <summary>The only request with a verb; fails when there is another number of them.</summary>
    public FakeRequest Single(string method) => Requests.Single(request => request.Method == method);

    /// <summary>How many requests had a verb.</summary>
    public int Count(string method) => Requests.Count(request => request.Method == method);

    /// <summary>An answer.</summary>
    public static HttpResponseMessage Answer(int status, string body, params string[] headers)
    {
        var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        foreach (var header in headers)
        {
            var parts = header.Split(": ", 2);
            response.Headers.TryAddWithoutValidation(parts[0], parts[1]);
        }

        return response;
    }

    /// <summary>An error as ARM writes it.</summary>
    public static string Error(string code, string message = "own words") =>
        $$$"""{"error":{"code":"{{{code}}}","message":"{{{message}}}"}}""";

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var address = request.RequestUri ?? throw new InvalidOperationException("A request has no address.");
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        var headers = request.Headers.ToDictionary(header => header.Key, header => string.Join(",", header.Value), StringComparer.OrdinalIgnoreCase);
        headers["Host"] = address.Authority;
        var seen = new FakeRequest(request.Method.Method, Uri.UnescapeDataString(address.AbsolutePath), Uri.UnescapeDataString(address.Query), body, headers);
        await Gate(seen);

        Func<FakeRequest, HttpResponseMessage>? answer = null;
        lock (gate)
        {
            requests.Add(seen);
            if (script.TryGetValue($"{seen.Method} {seen.Path}", out var answers))
                answer = answers.Count > 1 ? answers.Dequeue() : answers.Peek();
        }

        return answer is null ? NotFound() : answer(seen);
    }

    private static HttpResponseMessage NotFound() => Answer(404, Error("ResourceNotFound"));
}
