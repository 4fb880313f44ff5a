using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Provisioning.Conformance.Tests.Harness;

namespace Provisioning.Conformance.Tests.Wire;

/// <summary>The grpc-js client of <c>judges/grpc-client.js</c>, which does what it is told by lines of JSON.</summary>
public sealed class JudgeClient : IAsyncLifetime
{
    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonObject>> waiting = new();
    private readonly SemaphoreSlim writing = new(1);
    private NodeProcess? process;
    private Task? reading;
    private int ids;

    /// <summary>Makes a call and waits for its end.</summary>
    public Task<JsonObject> CallAsync(object call) => Start(call).Result;

    /// <summary>Makes a call.</summary>
    public (int Id, Task<JsonObject> Result) Start(object call) => Send(id => new { id, call });

    /// <summary>Cancels a call that runs.</summary>
    public Task CancelAsync(int call) => Send(id => new { id, cancel = call }).Result;

    /// <summary>Sends an HTTP/2 ping and waits for its acknowledgement.</summary>
    public Task<JsonObject> PingAsync(string address) => Send(id => new { id, ping = address }).Result;

    public async Task InitializeAsync()
    {
        if (NodeWorkspace.Absent is not null)
            return;

        (process, _) = await NodeProcess.StartAsync("judges/grpc-client.js");
        reading = ReadAsync(process);
    }

    public async Task DisposeAsync()
    {
        if (process is not null)
            await process.DisposeAsync();
        if (reading is not null)
            await reading;
        writing.Dispose();
    }

    private (int Id, Task<JsonObject> Result) Send(Func<int, object> command)
    {
        var id = Interlocked.Increment(ref ids);
        var result = waiting.GetOrAdd(id, _ => new TaskCompletionSource<JsonObject>(TaskCreationOptions.RunContinuationsAsynchronously));
        return (id, SendAsync(JsonSerializer.Serialize(command(id)), result.Task));
    }

    private async Task<JsonObject> SendAsync(string line, Task<JsonObject> result)
    {
        if (reading is { IsCompleted: true })
            throw new InvalidOperationException("The judge ended in an earlier test.");

        var running = process ?? throw new InvalidOperationException("The judge is not started.");
        await writing.WaitAsync();
        try
        {
            await running.WriteLineAsync(line);
        }
        finally
        {
            writing.Release();
        }

        return await result;
    }

    private async Task ReadAsync(NodeProcess judge)
    {
        try
        {
            while (JsonNode.Parse(await judge.ReadLineAsync()) is JsonObject result)
                waiting[result["id"]?.GetValue<int>() ?? 0].SetResult(result);
        }
        catch (InvalidOperationException ended)
        {
            foreach (var result in waiting.Values)
                result.TrySetException(ended);
        }
    }
}
