namespace Provisioning.EndToEnd.Tests.Pages;

/// <summary>Lines that a page quotes from a stack document.</summary>
/// <param name="Scenario">Name of the document, without its extension.</param>
/// <param name="Text">The lines, each with its line feed.</param>
internal sealed record StackExcerpt(string Scenario, string Text)
{
    /// <summary>Whether the document has exactly these lines, one after another.</summary>
    /// <param name="document">Text of the document.</param>
    public bool IsPartOf(string document) => Text.Length > 0 && $"\n{document}".Contains($"\n{Text}", StringComparison.Ordinal);
}
