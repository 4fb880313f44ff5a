namespace Provisioning.Infra.Model.Diagnostics;

/// <summary>One entry of the catalogue: a kind of problem, its number and what to do about it.</summary>
/// <param name="Id">Stable number, <c>ACC1nnn</c> for the stack document. An id is never used for a second meaning.</param>
/// <param name="Severity">Severity unless the policy of a document says otherwise.</param>
/// <param name="Title">The problem in a few words.</param>
/// <param name="MessageFormat">Composite format of the message; it names the thing and the expectation.</param>
/// <param name="Cause">Why this happens, for the documentation page.</param>
/// <param name="Action">What to do about it, for the documentation page.</param>
public sealed record DiagnosticDescriptor(
    string Id, DiagnosticSeverity Severity, string Title, string MessageFormat, string Cause, string Action)
{
    /// <summary>Whether the <c>policy</c> section may change the severity or exempt an entry: advice, never correctness.</summary>
    public bool Overridable { get; init; }

    /// <summary>Where the documentation describes it, relative to the repository root.</summary>
    public string Anchor => $"docs/diagnostics.md#{Id.ToLowerInvariant()}";
}
