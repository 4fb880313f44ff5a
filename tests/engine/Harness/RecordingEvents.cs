using Provisioning.Engine.Events;
using Pulumirpc;

namespace Provisioning.Engine.Tests.Harness;

/// <summary>Keeps all events of an operation.</summary>
internal sealed class RecordingEvents : IEventSink
{
    private readonly List<EngineEvent> events = [];

    /// <summary>Gets each event too.</summary>
    public Action<EngineEvent>? OnEvent { get; init; }

    public IReadOnlyList<EngineEvent> All => events;

    /// <summary>The steps as they began, such as <c>create a</c>.</summary>
    public IReadOnlyList<string> Steps => [.. events.OfType<EngineEvent.ResourcePre>().Select(pre => Describe(pre.Metadata))];

    /// <summary>The steps as they ended well.</summary>
    public IReadOnlyList<string> Done => [.. events.OfType<EngineEvent.ResourceOutputs>().Select(outputs => Describe(outputs.Metadata))];

    /// <summary>The steps that failed.</summary>
    public IReadOnlyList<string> Failed => [.. events.OfType<EngineEvent.ResourceOperationFailed>().Select(failed => Describe(failed.Metadata))];

    public IReadOnlyList<EngineEvent.Diagnostic> Diagnostics => [.. events.OfType<EngineEvent.Diagnostic>()];

    /// <summary>The errors, such as <c>a: It broke.</c></summary>
    public IReadOnlyList<string> Errors => Messages(LogSeverity.Error);

    public IReadOnlyList<string> Warnings => Messages(LogSeverity.Warning);

    public EngineEvent.Summary Summary => events.OfType<EngineEvent.Summary>().Single();

    public StepMetadata Metadata(string step) =>
        events.OfType<EngineEvent.ResourcePre>().Select(pre => pre.Metadata).Single(metadata => Describe(metadata) == step);

    public StepMetadata DoneMetadata(string step) =>
        events.OfType<EngineEvent.ResourceOutputs>().Select(outputs => outputs.Metadata).Single(metadata => Describe(metadata) == step);

    public void Publish(EngineEvent @event)
    {
        events.Add(@event);
        OnEvent?.Invoke(@event);
    }

    private static string Describe(StepMetadata metadata) => $"{metadata.Op.Name()} {metadata.Urn.Name}";

    private IReadOnlyList<string> Messages(LogSeverity severity) =>
        [.. Diagnostics.Where(diagnostic => diagnostic.Severity == severity).Select(diagnostic => $"{diagnostic.Urn?.Name}: {diagnostic.Message}")];
}
