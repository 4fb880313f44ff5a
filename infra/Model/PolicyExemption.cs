using Provisioning.Infra.Model.Diagnostics;

namespace Provisioning.Infra.Model;

/// <summary>An entry that a rule does not hold for until a date.</summary>
/// <param name="Rule">Id of the diagnostic.</param>
/// <param name="Entry">Address of the entry, such as <c>registries.legacy</c>.</param>
/// <param name="Reason">Why.</param>
/// <param name="Expires">Last day, UTC.</param>
/// <param name="Span">Where the document says so.</param>
public sealed record PolicyExemption(string Rule, string Entry, string Reason, DateOnly Expires, SourceSpan Span);
