using Provisioning.Protocol.Services;
using Pulumirpc;

namespace Pulumi;

/// <summary>Sends a deployment's messages to its engine, in the order in which their resources become known.</summary>
/// <param name="engine">Where messages go.</param>
/// <param name="tasks">What the program waits for in the end.</param>
/// <param name="cancellationToken">Ends with the deployment.</param>
internal sealed class EngineLogger(IEngine engine, TaskTracker tasks, CancellationToken cancellationToken)
{
    private readonly Lock gate = new();
    private Task lastSent = Task.CompletedTask;
    private int errors;

    /// <summary>Whether an error was logged.</summary>
    public bool HasErrors => Volatile.Read(ref errors) > 0;

    public Task Debug(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null) =>
        Log(LogSeverity.Debug, message, resource, streamId, ephemeral);

    public Task Info(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null) =>
        Log(LogSeverity.Info, message, resource, streamId, ephemeral);

    public Task Warn(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null) =>
        Log(LogSeverity.Warning, message, resource, streamId, ephemeral);

    public Task Error(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null)
    {
        Interlocked.Increment(ref errors);
        return Log(LogSeverity.Error, message, resource, streamId, ephemeral);
    }

    private Task Log(LogSeverity severity, string message, Resource? resource, int? streamId, bool? ephemeral)
    {
        var task = LogAsync(severity, message, resource, streamId, ephemeral);
        tasks.Add(task);
        return task;
    }

    private async Task LogAsync(LogSeverity severity, string message, Resource? resource, int? streamId, bool? ephemeral)
    {
        try
        {
            var request = new LogRequest
            {
                Severity = severity,
                Message = message,
                Urn = resource is null ? "" : await FindUrnAsync(resource).ConfigureAwait(false),
                StreamId = streamId ?? 0,
                Ephemeral = ephemeral ?? false,
            };
            await SendInOrder(request).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            throw new LogException(failure);
        }
    }

    /// <summary>The URN, or nothing when the resource could not be registered: the message matters more than its place.</summary>
    private static async Task<string> FindUrnAsync(Resource resource)
    {
        try
        {
            return await resource.Urn.GetValueAsync("").ConfigureAwait(false);
        }
        catch (Exception) when (resource.Urn.Data.IsFaulted)
        {
            return "";
        }
    }

    private Task SendInOrder(LogRequest request)
    {
        lock (gate)
            return lastSent = SendAfterAsync(lastSent, request);
    }

    private async Task SendAfterAsync(Task earlier, LogRequest request)
    {
        // A message that failed has reported itself; later ones still go out.
        await earlier.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await engine.LogAsync(request, cancellationToken).ConfigureAwait(false);
    }
}
