using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Provisioning.Infra.Model.Diagnostics;

namespace Provisioning.Infra.Model;

/// <summary>What came of reading a stack document: the whole document, or nothing of it.</summary>
/// <param name="Document">The document; null when a diagnostic is an error.</param>
/// <param name="Diagnostics">Everything found, in document order.</param>
public sealed record LoadResult(StackDocument? Document, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>Whether there is a document to deploy.</summary>
    [MemberNotNullWhen(true, nameof(Document))]
    public bool IsValid => Document is not null;
}
