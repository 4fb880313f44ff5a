namespace Provisioning.Infra.Model.Diagnostics;

/// <summary>One problem at one place of a stack document.</summary>
/// <param name="Descriptor">The catalogue entry.</param>
/// <param name="Severity">Severity after the document's policy.</param>
/// <param name="Message">What is wrong here, in one or two sentences.</param>
/// <param name="File">Path of the document as it was given to the loader.</param>
/// <param name="Span">Where in the document.</param>
/// <param name="Hint">The next step for this very place, such as a spelling that would do; empty when the message says it all.</param>
public sealed record Diagnostic(
    DiagnosticDescriptor Descriptor,
    DiagnosticSeverity Severity,
    string Message,
    string File,
    SourceSpan Span,
    string Hint)
{
    /// <summary>The number in the catalogue.</summary>
    public string Id => Descriptor.Id;

    /// <summary>Renders <c>file:line:column: severity id: message</c>, the form compilers print and editors link.</summary>
    public override string ToString()
    {
        string head = $"{File}:{Span}: {Severity.ToString().ToLowerInvariant()} {Id}: {Message}";
        return Hint.Length == 0 ? head : $"{head} {Hint}";
    }
}
