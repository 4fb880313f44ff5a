using Provisioning.Backends.Azure.Blobs;
using Provisioning.Engine.Backends;

namespace Provisioning.Backends.Azure.Tests.Harness;

/// <summary>
/// A process that wants to write a stack. It obeys lines of standard input, and answers each with one: <c>lock</c> by
/// <c>won</c> or <c>locked</c>, <c>write &lt;text&gt;</c> by <c>done</c> or <c>refused</c>, <c>release</c> by <c>done</c>.
/// </summary>
internal static class Contender
{
    public static async Task RunAsync(string url)
    {
        IStackLock? held = null;
        var backend = BlobBackend.Open(url, Environment.GetEnvironmentVariable, LockHolder.Current, TimeProvider.System);
        await Console.Out.WriteLineAsync("ready");
        while (await Console.In.ReadLineAsync() is { } line)
        {
            var (command, stack, text) = line.Split(' ', 3) is [var first, var second, var third] ? (first, second, third) : throw new InvalidOperationException(line);
            var reference = StackReference.Parse(stack, "registry");
            await Console.Out.WriteLineAsync(await AnswerAsync(async () =>
            {
                switch (command)
                {
                    case "lock":
                        held = await backend.LockAsync(reference, CancellationToken.None);
                        return "won";
                    case "write":
                        await backend.WriteCheckpointAsync(reference, Contents.Bytes(text), CancellationToken.None);
                        return "done";
                    case "release":
                        if (held is not null)
                            await held.DisposeAsync();
                        return "done";
                    default:
                        throw new InvalidOperationException(line);
                }
            }));
        }
    }

    private static async Task<string> AnswerAsync(Func<Task<string>> command)
    {
        try
        {
            return await command();
        }
        catch (StackLockedException)
        {
            return "locked";
        }
        catch (BackendException exception)
        {
            return $"refused: {exception.Message.ReplaceLineEndings(" ")}";
        }
    }
}
