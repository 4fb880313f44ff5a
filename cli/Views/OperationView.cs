using System.Collections.Immutable;
using Provisioning.Engine.Events;

namespace Provisioning.Cli.Views;

/// <summary>All that a user sees of an operation at one moment. Renderers read it and nothing else.</summary>
/// <param name="Title">The banner.</param>
/// <param name="Rows">The resources in the order of the tree, parents before children.</param>
/// <param name="Diagnostics">The messages that stay, in order of arrival.</param>
/// <param name="Summary">The summary; null while the operation runs.</param>
public sealed record OperationView(
    OperationTitle Title,
    ImmutableArray<TreeRow> Rows,
    ImmutableArray<DiagnosticLine> Diagnostics,
    EngineEvent.Summary? Summary);
