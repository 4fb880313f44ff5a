using System.Text.Json;
using System.Text.Json.Nodes;
using Provisioning.Conformance.Tests.Harness;

namespace Provisioning.Conformance.Tests.Providers;

/// <summary>Drives one plugin at a time through <c>judges/provider-client.js</c>, the engine's side in Pulumi's own messages.</summary>
internal sealed class ProviderJudge(NodeProcess process) : IAsyncDisposable
{
    public static async Task<ProviderJudge> StartAsync()
    {
        var (process, _) = await NodeProcess.StartAsync("judges/provider-client.js");
        return new ProviderJudge(process);
    }

    /// <summary>Starts a plugin; the answer has the first line that it printed and the engine's address.</summary>
    public Task<JsonNode> StartAsync(string command, IReadOnlyDictionary<string, string> env, string[]? flags = null, bool attach = false) =>
        SendAsync(new { start = new { command, env, flags = flags ?? [], attach } });

    /// <summary>Makes a call that has to succeed.</summary>
    public async Task<JsonNode> CallAsync(string method, object? fields = null)
    {
        var answer = await SendAsync(new { call = new[] { method, fields ?? new { } } });
        return answer["result"] ?? throw new InvalidOperationException($"{method} failed: {answer}");
    }

    /// <summary>Makes a call that has to fail; the status code and the message.</summary>
    public async Task<(int Code, string Message)> FailAsync(string method, object? fields = null)
    {
        var answer = await SendAsync(new { call = new[] { method, fields ?? new { } } });
        var error = answer["error"] ?? throw new InvalidOperationException($"{method} succeeded: {answer}");
        return (error["code"].GetInt(), error["message"].GetText());
    }

    /// <summary>Ends the plugin by a signal, or by the end of the engine: its exit code, all it printed, and what it logged.</summary>
    public Task<JsonNode> StopAsync(string? signal = "SIGINT") => SendAsync(new { stop = signal });

    public ValueTask DisposeAsync() => process.DisposeAsync();

    private async Task<JsonNode> SendAsync(object command)
    {
        await process.WriteLineAsync(JsonSerializer.Serialize(command));
        var line = await process.ReadLineAsync();
        return JsonNode.Parse(line) ?? throw new InvalidOperationException($"The judge answered '{line}'.");
    }
}
