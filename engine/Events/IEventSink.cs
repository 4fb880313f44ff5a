namespace Provisioning.Engine.Events;

/// <summary>Receives the events of an operation in order, one at a time; must return quickly.</summary>
public interface IEventSink
{
    /// <summary>Takes one event.</summary>
    void Publish(EngineEvent @event);
}
