using System.Collections.Immutable;
using Provisioning.Engine.State;
using Pulumirpc;

namespace Provisioning.Engine.Events;

/// <summary>
/// One fact of a running operation. Everything a user sees, and every machine-readable log, is made from these
/// alone. Property values in it may be secret: whoever prints them masks secrets.
/// </summary>
/// <param name="Time">When it happened.</param>
public abstract record EngineEvent(DateTimeOffset Time)
{
    /// <summary>The first event: the configuration, secrets masked.</summary>
    public sealed record Prelude(DateTimeOffset Time, ImmutableSortedDictionary<string, string> Config) : EngineEvent(Time);

    /// <summary>A step is about to begin.</summary>
    /// <param name="Time">When it happened.</param>
    /// <param name="Metadata">The step.</param>
    /// <param name="Planning">True in previews.</param>
    public sealed record ResourcePre(DateTimeOffset Time, StepMetadata Metadata, bool Planning) : EngineEvent(Time);

    /// <summary>A step has ended well, or a component has got its outputs.</summary>
    /// <param name="Time">When it happened.</param>
    /// <param name="Metadata">The step with the resource as it is now.</param>
    /// <param name="Planning">True in previews.</param>
    public sealed record ResourceOutputs(DateTimeOffset Time, StepMetadata Metadata, bool Planning) : EngineEvent(Time);

    /// <summary>A step has failed; diagnostics of the same URN say why.</summary>
    public sealed record ResourceOperationFailed(DateTimeOffset Time, StepMetadata Metadata) : EngineEvent(Time);

    /// <summary>A message for the user.</summary>
    /// <param name="Time">When it happened.</param>
    /// <param name="Severity">How bad it is.</param>
    /// <param name="Urn">The resource it is about; null for the stack.</param>
    /// <param name="Message">The text; holds no secret.</param>
    /// <param name="StreamId">Messages of one stream other than 0 belong together.</param>
    /// <param name="Ephemeral">Shown while the resource, or the operation, is in progress only, such as what is being waited for.</param>
    /// <param name="Id">The number of an error, see <see cref="ErrorIds"/>; empty for messages of programs and providers.</param>
    public sealed record Diagnostic(
        DateTimeOffset Time, LogSeverity Severity, Urn? Urn, string Message, int StreamId = 0, bool Ephemeral = false, string Id = "") : EngineEvent(Time);

    /// <summary>The last but one event: what was done.</summary>
    /// <param name="Time">When it happened.</param>
    /// <param name="Duration">From the first event to this.</param>
    /// <param name="Changes">Counts of logical steps; default providers are not counted.</param>
    /// <param name="Result">How it ended.</param>
    /// <param name="MaybeCorrupt">A provider could not tell in which state it left a resource.</param>
    /// <param name="Preview">Nothing was really done.</param>
    public sealed record Summary(
        DateTimeOffset Time,
        TimeSpan Duration,
        ImmutableSortedDictionary<StepOp, int> Changes,
        OperationResult Result,
        bool MaybeCorrupt,
        bool Preview) : EngineEvent(Time);

    /// <summary>The end of the stream.</summary>
    public sealed record Cancel(DateTimeOffset Time) : EngineEvent(Time);
}
