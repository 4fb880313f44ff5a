using System.Collections.Immutable;
using Provisioning.Engine.Backends;
using Provisioning.Engine.Events;
using Provisioning.Engine.Journal;
using Provisioning.Engine.Plans;
using Provisioning.Engine.Programs;
using Provisioning.Engine.Providers;
using Provisioning.Engine.State;

namespace Provisioning.Engine.Operations;

/// <summary>One run of the engine over a stack.</summary>
public sealed record OperationRequest
{
    /// <summary>What to do.</summary>
    public required Operation Kind { get; init; }

    /// <summary>Only say what would be done.</summary>
    public required bool DryRun { get; init; }

    /// <summary>The stack.</summary>
    public required StackReference Stack { get; init; }

    /// <summary>The folder of <c>Pulumi.yaml</c>.</summary>
    public required string RootDirectory { get; init; }

    /// <summary>The state before.</summary>
    public required Snapshot Base { get; init; }

    /// <summary>Configuration by <c>namespace:key</c>, decrypted; structured values are JSON text.</summary>
    public required ImmutableDictionary<string, string> Config { get; init; }

    /// <summary>The keys of <see cref="Config"/> whose values are secret.</summary>
    public required ImmutableHashSet<string> ConfigSecretKeys { get; init; }

    /// <summary>Declares the resources; only run by updates.</summary>
    public required IProgram Program { get; init; }

    /// <summary>Where providers come from.</summary>
    public required IProviderLoader Providers { get; init; }

    /// <summary>Where events go.</summary>
    public required IEventSink Events { get; init; }

    /// <summary>Where progress is made durable; not written in previews.</summary>
    public required IJournal Journal { get; init; }

    /// <summary>Where stack references find the outputs of other stacks.</summary>
    public required IStackOutputsReader StackOutputs { get; init; }

    /// <summary>What an import takes in, parents before their children; other operations have none.</summary>
    public ImmutableArray<ResourceImport> Imports { get; init; } = [];

    /// <summary>What an update is held to; null when it may do anything.</summary>
    public UpdatePlan? Plan { get; init; }

    /// <summary>Whether a plan is made of what a preview would do, see <see cref="OperationOutcome.Planned"/>.</summary>
    public bool DraftsPlan { get; init; }

    /// <summary>The settings a user may change.</summary>
    public OperationOptions Options { get; init; } = new();

    /// <summary>
    /// Gives up the provider calls that run, whose operations then stay pending in the state. Ending an operation in
    /// order is what the token of the operation itself is for.
    /// </summary>
    public CancellationToken Abort { get; init; }
}
