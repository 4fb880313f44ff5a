using System.Text.Json;
using System.Text.Json.Nodes;
using Provisioning.Conformance.Tests.Harness;

namespace Provisioning.Conformance.Tests.Sdk;

/// <summary>The engine of <c>judges/monitor.js</c>: one process that serves an address of its own to each program.</summary>
public sealed class MonitorJudge : IAsyncLifetime
{
    /// <summary>Held from a command to its answer.</summary>
    private readonly SemaphoreSlim turn = new(1);
    private NodeProcess? process;

    /// <summary>Begins to serve a program.</summary>
    /// <param name="settings">How the engine behaves, as the script describes it.</param>
    /// <returns>The port.</returns>
    public async Task<int> StartAsync(object settings) => (await AskAsync(new { start = settings }))["port"]?.GetValue<int>() ?? 0;

    /// <summary>Ends to serve a program, and says what it sent, in order.</summary>
    public async Task<IReadOnlyList<JsonObject>> StopAsync(int port) =>
        [.. ((await AskAsync(new { stop = port }))["requests"] as JsonArray ?? []).OfType<JsonObject>()];

    public async Task InitializeAsync()
    {
        if (NodeWorkspace.Absent is null)
            (process, _) = await NodeProcess.StartAsync("judges/monitor.js");
    }

    public async Task DisposeAsync()
    {
        if (process is not null)
            await process.DisposeAsync();
        turn.Dispose();
    }

    private async Task<JsonNode> AskAsync(object command)
    {
        var running = process ?? throw new InvalidOperationException("The judge is not started.");
        await turn.WaitAsync();
        try
        {
            await running.WriteLineAsync(JsonSerializer.Serialize(command));
            return JsonNode.Parse(await running.ReadLineAsync()) ?? throw new InvalidOperationException("The judge answered nothing.");
        }
        finally
        {
            turn.Release();
        }
    }
}
