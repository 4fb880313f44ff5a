using Provisioning.Infra.Model.Diagnostics;

namespace Provisioning.Infra.Model;

/// <summary>Another severity for one rule in this document.</summary>
/// <param name="Rule">Id of the diagnostic.</param>
/// <param name="Severity">The severity it has here.</param>
/// <param name="Span">Where the document says so.</param>
public sealed record SeverityOverride(string Rule, DiagnosticSeverity Severity, SourceSpan Span);
