namespace Provisioning.Infra.Model.Diagnostics;

/// <summary>
/// A stretch of a stack document. Lines and columns count from 1; the end is the position after the last character,
/// so an empty span has equal start and end.
/// </summary>
/// <param name="Line">Line of the first character.</param>
/// <param name="Column">Column of the first character, in UTF-16 units.</param>
/// <param name="EndLine">Line after the last character.</param>
/// <param name="EndColumn">Column after the last character.</param>
public readonly record struct SourceSpan(int Line, int Column, int EndLine, int EndColumn) : IComparable<SourceSpan>
{
    /// <summary>The first character of a document: where problems of the whole document are reported.</summary>
    public static SourceSpan Start { get; } = new(1, 1, 1, 1);

    /// <summary>Orders spans by where they begin, then by where they end.</summary>
    /// <param name="other">The span to compare with.</param>
    public int CompareTo(SourceSpan other) =>
        (Line, Column, EndLine, EndColumn).CompareTo((other.Line, other.Column, other.EndLine, other.EndColumn));

    /// <summary>Renders the beginning as <c>line:column</c>, the form editors understand after a file name.</summary>
    public override string ToString() => $"{Line}:{Column}";
}
