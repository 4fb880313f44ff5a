using System.Collections.Concurrent;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Provisioning.Backends.Azure.Tests.Harness;

/// <summary>Sees every request of a client, and may let it, or its answer, be lost.</summary>
internal sealed class Wire : HttpPipelinePolicy
{
    private readonly ConcurrentQueue<string> requests = new();

    /// <summary>The requests so far: method, path and query.</summary>
    public IReadOnlyCollection<string> Requests => requests;

    /// <summary>Runs before a request is sent.</summary>
    public Func<string, Task> Before { get; set; } = _ => Task.CompletedTask;

    /// <summary>Runs when its answer is here, with its status.</summary>
    public Action<string, int> After { get; set; } = (_, _) => { };

    /// <summary>Loses the answer to the first request that has been granted and matches.</summary>
    public void LoseAnswer(Func<string, bool> matches)
    {
        var lost = false;
        After = (request, status) =>
        {
            if (!lost && status < 300 && matches(request))
            {
                lost = true;
                throw new IOException("The connection was reset.");
            }
        };
    }

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        var action = message.Request.Headers.TryGetValue("x-ms-lease-action", out var lease) ? $" {lease}" : "";
        var request = $"{message.Request.Method} {message.Request.Uri.ToUri().PathAndQuery}{action}";
        requests.Enqueue(request);
        await Before(request);
        await ProcessNextAsync(message, pipeline);
        After(request, message.Response.Status);
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
        throw new NotSupportedException("The backend makes no synchronous request.");
}
