using System.Collections.Immutable;
using System.Text;
using Provisioning.Engine.Backends;
using Provisioning.Engine.Projects;

namespace Provisioning.Backends.Azure.Tests.Harness;

/// <summary>What the tests store, and where.</summary>
internal static class Contents
{
    public const string Checkpoint = ".pulumi/stacks/registry/dev.json";
    public const string Journal = ".pulumi/stacks/registry/dev.journal";
    public const string Locks = ".pulumi/locks/organization/registry/dev/";

    /// <summary>A lock of Pulumi's CLI.</summary>
    public const string ForeignLock = """{"pid":4711,"username":"bob","hostname":"other","timestamp":"2026-08-21T09:00:00.123456789Z"}""";

    public static readonly StackReference Stack = new("registry", "dev");

    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    public static string Text(byte[]? bytes) => Encoding.UTF8.GetString(bytes ?? []);

    public static UpdateInfo Update(string message = "") => new(
        "update",
        DateTimeOffset.FromUnixTimeSeconds(1_800_000_000),
        DateTimeOffset.FromUnixTimeSeconds(1_800_000_060),
        message,
        ImmutableSortedDictionary<string, string>.Empty,
        ImmutableSortedDictionary<ConfigKey, ConfigValue>.Empty,
        true,
        ImmutableSortedDictionary<string, int>.Empty.Add("create", 2));

    /// <summary>Takes the lock, writes the checkpoint, and gives the lock back.</summary>
    public static async Task SaveAsync(this IStateBackend backend, string content)
    {
        await using var held = await backend.LockAsync(Stack, CancellationToken.None);
        await backend.WriteCheckpointAsync(Stack, Bytes(content), CancellationToken.None);
    }

    /// <summary>The checkpoint.</summary>
    public static async Task<string?> LoadAsync(this IStateBackend backend) =>
        await backend.ReadCheckpointAsync(Stack, CancellationToken.None) is { } content ? Text(content) : null;

    /// <summary>Ends when a token is cancelled.</summary>
    public static async Task CancelledAsync(this CancellationToken token)
    {
        var cancelled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using (token.Register(cancelled.SetResult))
            await cancelled.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }
}
