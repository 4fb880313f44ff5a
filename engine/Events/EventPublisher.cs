using System.Collections.Immutable;
using System.Threading.Channels;
using Provisioning.Engine.State;
using Pulumirpc;

namespace Provisioning.Engine.Events;

/// <summary>
/// The one way events go out: any thread may add one, the sink gets them one at a time and in order. Disposing waits
/// until it has got them all.
/// </summary>
internal sealed class EventPublisher : IAsyncDisposable
{
    private readonly Channel<EngineEvent> channel =
        Channel.CreateUnbounded<EngineEvent>(new UnboundedChannelOptions { SingleReader = true });
    private readonly TimeProvider time;
    private readonly Task delivery;

    /// <summary>Starts delivering to a sink.</summary>
    public EventPublisher(IEventSink sink, TimeProvider time)
    {
        this.time = time;
        delivery = DeliverAsync(sink);
    }

    /// <summary>What messages must not show.</summary>
    public SecretMask Secrets { get; } = new();

    /// <summary>The first event.</summary>
    public void Prelude(ImmutableDictionary<string, string> config, ImmutableHashSet<string> secretKeys)
    {
        foreach (var key in secretKeys.Where(config.ContainsKey))
            Secrets.Learn(config[key]);
        Add(new EngineEvent.Prelude(
            time.GetUtcNow(),
            config.ToImmutableSortedDictionary(
                entry => entry.Key, entry => secretKeys.Contains(entry.Key) ? "[secret]" : entry.Value, StringComparer.Ordinal)));
    }

    /// <summary>A step is about to begin.</summary>
    public void Pre(StepMetadata metadata, bool planning) => Add(new EngineEvent.ResourcePre(time.GetUtcNow(), metadata, planning));

    /// <summary>A step has ended well, or a component has got its outputs.</summary>
    public void Outputs(StepMetadata metadata, bool planning) => Add(new EngineEvent.ResourceOutputs(time.GetUtcNow(), metadata, planning));

    /// <summary>A step has failed.</summary>
    public void Failed(StepMetadata metadata) => Add(new EngineEvent.ResourceOperationFailed(time.GetUtcNow(), metadata));

    /// <summary>A message for the user.</summary>
    public void Diagnostic(LogSeverity severity, Urn? urn, string message, int streamId = 0, bool ephemeral = false) =>
        Add(new EngineEvent.Diagnostic(time.GetUtcNow(), severity, urn, Secrets.Hide(message), streamId, ephemeral));

    /// <summary>Something that went wrong.</summary>
    /// <param name="id">One of <see cref="ErrorIds"/>.</param>
    /// <param name="urn">The resource it is about; null for the stack.</param>
    /// <param name="message">What is wrong and what to do.</param>
    public void Error(string id, Urn? urn, string message) =>
        Add(new EngineEvent.Diagnostic(time.GetUtcNow(), LogSeverity.Error, urn, Secrets.Hide(message), Id: id));

    /// <summary>The last two events.</summary>
    public void End(TimeSpan duration, ImmutableSortedDictionary<StepOp, int> changes, OperationResult result, bool maybeCorrupt, bool preview)
    {
        Add(new EngineEvent.Summary(time.GetUtcNow(), duration, changes, result, maybeCorrupt, preview));
        Add(new EngineEvent.Cancel(time.GetUtcNow()));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        channel.Writer.TryComplete();
        await delivery.ConfigureAwait(false);
    }

    private void Add(EngineEvent @event) => channel.Writer.TryWrite(@event);

    private async Task DeliverAsync(IEventSink sink)
    {
        await foreach (var @event in channel.Reader.ReadAllAsync().ConfigureAwait(false))
            sink.Publish(@event);
    }
}
