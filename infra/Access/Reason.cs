using Provisioning.Infra.Model.Diagnostics;

namespace Provisioning.Infra.Access;

/// <summary>Why a role assignment, credential or registration exists.</summary>
/// <param name="Text">
/// What demands it, by addresses of the document: <c>workloads.train pulls from registries.private</c>. It names no line, so
/// that moving lines changes nothing in Azure.
/// </param>
/// <param name="Span">The line of the document that demands it.</param>
public sealed record Reason(string Text, SourceSpan Span)
{
    /// <inheritdoc/>
    public override string ToString() => Text;
}
