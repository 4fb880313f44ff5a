namespace Provisioning.Providers.DeepLake.Tests.Fakes;

/// <summary>What a plugin prints; tells when the first of it was flushed.</summary>
internal sealed class PluginOutput : StringWriter
{
    private readonly TaskCompletionSource flushed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Where the plugin listens, as soon as it has said so.</summary>
    public async Task<string> AddressAsync()
    {
        await flushed.Task;
        return $"127.0.0.1:{ToString().Split('\n')[0]}";
    }

    public override Task FlushAsync(CancellationToken cancellationToken)
    {
        flushed.TrySetResult();
        return Task.CompletedTask;
    }
}
