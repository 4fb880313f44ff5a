using System.Diagnostics;
using Provisioning.Engine.Journal;

namespace Provisioning.Engine.Tests.Harness;

/// <summary>Does something when this test's own flow reaches a durability point.</summary>
internal sealed class DurabilityListener : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private static readonly AsyncLocal<object?> Flow = new();
    private readonly List<IDisposable> subscriptions = [];
    private readonly string point;
    private readonly Action reached;

    private DurabilityListener(string point, Action reached)
    {
        this.point = point;
        this.reached = reached;
        Flow.Value = this;
        subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    /// <summary>Listens until disposed.</summary>
    public static DurabilityListener On(string point, Action reached) => new(point, reached);

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DurabilityPoints.ListenerName)
            subscriptions.Add(value.Subscribe(this));
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Key == point && ReferenceEquals(Flow.Value, this))
            reached();
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose()
    {
        Flow.Value = null;
        subscriptions.ForEach(subscription => subscription.Dispose());
    }
}
