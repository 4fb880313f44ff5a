using Provisioning.Engine.Events;

namespace Provisioning.Cli.Operations;

/// <summary>Gives each event to several receivers, in their order.</summary>
/// <param name="sinks">The receivers.</param>
internal sealed class EventFanout(IReadOnlyList<IEventSink> sinks) : IEventSink
{
    /// <inheritdoc/>
    public void Publish(EngineEvent @event)
    {
        foreach (var sink in sinks)
            sink.Publish(@event);
    }
}
