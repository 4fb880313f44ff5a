namespace Provisioning.Engine.Hosting;

/// <summary>What a process prints.</summary>
internal static class ProcessOutput
{
    /// <summary>Passes on each line until the stream ends.</summary>
    public static async Task ReadAsync(StreamReader reader, Action<string> print)
    {
        while (await reader.ReadLineAsync().ConfigureAwait(false) is { } line)
            print(line);
    }
}
