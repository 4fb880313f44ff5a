using System.Diagnostics;

namespace Provisioning.Crash.Hook;

/// <summary>Waits for the listener to which durability points are announced.</summary>
/// <param name="points">What is to see them.</param>
internal sealed class ListenerWatch(PointWatch points) : IObserver<DiagnosticListener>
{
    /// <summary>The listener's name, <c>DurabilityPoints.ListenerName</c>; the hook must not load the engine.</summary>
    private const string ListenerName = "Provisioning.Durability";

    /// <inheritdoc/>
    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == ListenerName)
            value.Subscribe(points);
    }

    /// <inheritdoc/>
    public void OnCompleted()
    {
    }

    /// <inheritdoc/>
    public void OnError(Exception error)
    {
    }
}
