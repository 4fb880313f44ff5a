using System.Globalization;
using Provisioning.Protocol.Services;
using Pulumirpc;

namespace Provisioning.Providers.Azure.Operations;

/// <summary>Tells the user why nothing seems to happen.</summary>
internal sealed class Progress(IEngine engine)
{
    /// <summary>Says that an operation waits; shown beside the resource until something else is to be said.</summary>
    public Task WaitingAsync(Operation operation, string reason, TimeSpan next, CancellationToken cancellationToken) =>
        SendAsync(
            operation,
            string.Create(CultureInfo.InvariantCulture, $"waiting for {operation.Subject}: {reason}; asking again in {Math.Ceiling(next.TotalSeconds)} s"),
            ephemeral: true,
            cancellationToken);

    /// <summary>Says something worth keeping.</summary>
    public Task NoteAsync(Operation operation, string message, CancellationToken cancellationToken) =>
        SendAsync(operation, message, ephemeral: false, cancellationToken);

    private Task SendAsync(Operation operation, string message, bool ephemeral, CancellationToken cancellationToken) =>
        engine.LogAsync(
            new LogRequest { Severity = LogSeverity.Info, Urn = operation.Urn, Message = message, Ephemeral = ephemeral },
            cancellationToken);
}
