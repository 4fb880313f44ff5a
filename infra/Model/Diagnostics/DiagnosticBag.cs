using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Provisioning.Infra.Model.Diagnostics;

/// <summary>Collects the diagnostics of one load. The same problem at the same place is kept once, however often an alias repeats it.</summary>
/// <param name="file">Path of the document as it was given to the loader.</param>
internal sealed class DiagnosticBag(string file)
{
    private const int LongestArgument = 240;
    private const int MostComparisons = 20_000;
    private readonly List<(Diagnostic Diagnostic, string Entry)> found = [];
    private readonly HashSet<(string, SourceSpan, string)> seen = [];
    private int comparisons;

    /// <summary>Whether anything of severity error was reported.</summary>
    public bool HasErrors => found.Any(item => item.Diagnostic.Severity == DiagnosticSeverity.Error);

    /// <summary>Reports a problem that no policy can overrule.</summary>
    /// <param name="descriptor">What kind of problem.</param>
    /// <param name="span">Where.</param>
    /// <param name="arguments">Arguments of the message; long or unprintable ones are shortened and escaped.</param>
    public void Report(DiagnosticDescriptor descriptor, SourceSpan span, params ReadOnlySpan<string> arguments) =>
        Add(descriptor, span, entry: "", hint: "", arguments);

    /// <summary>Reports a problem with a hint for this very place.</summary>
    /// <param name="descriptor">What kind of problem.</param>
    /// <param name="span">Where.</param>
    /// <param name="hint">The next step; empty for none.</param>
    /// <param name="arguments">Arguments of the message.</param>
    public void ReportWithHint(
        DiagnosticDescriptor descriptor, SourceSpan span, string hint, params ReadOnlySpan<string> arguments) =>
        Add(descriptor, span, entry: "", hint, arguments);

    /// <summary>Reports a problem of one entry, which the document's policy may overrule.</summary>
    /// <param name="descriptor">What kind of problem.</param>
    /// <param name="span">Where.</param>
    /// <param name="entry">The entry that breaks the rule.</param>
    /// <param name="arguments">Arguments of the message.</param>
    public void ReportFor(DiagnosticDescriptor descriptor, SourceSpan span, Entry entry, params ReadOnlySpan<string> arguments) =>
        Add(descriptor, span, entry.Address, hint: "", arguments);

    /// <summary>
    /// A hint with the known word nearest to a misspelt one; empty when none is near, or when so much is wrong already that
    /// guessing would cost more time than it saves.
    /// </summary>
    /// <param name="word">The word as written.</param>
    /// <param name="known">The words that would do.</param>
    public string Suggest(string word, IEnumerable<string> known)
    {
        if (comparisons >= MostComparisons)
            return "";
        string[] words = [.. known];
        comparisons += words.Length;
        return Spelling.Suggest(word, words);
    }

    /// <summary>Applies a policy to what was reported so far.</summary>
    /// <param name="policy">The policy.</param>
    /// <returns>The exemptions that exempted something.</returns>
    public IReadOnlySet<PolicyExemption> Apply(Policy policy)
    {
        var severities = policy.Severities.ToLookup(item => item.Rule, item => item.Severity);
        var exemptions = policy.Exemptions.ToLookup(item => (item.Rule, item.Entry));
        var used = new HashSet<PolicyExemption>(ReferenceEqualityComparer.Instance);
        for (int index = found.Count - 1; index >= 0; index--)
        {
            (Diagnostic diagnostic, string entry) = found[index];
            if (!diagnostic.Descriptor.Overridable)
                continue;
            if (exemptions[(diagnostic.Id, entry)].FirstOrDefault() is { } exemption)
            {
                used.Add(exemption);
                found.RemoveAt(index);
            }
            else if (severities[diagnostic.Id].Any())
            {
                found[index] = (diagnostic with { Severity = severities[diagnostic.Id].Last() }, entry);
            }
        }

        return used;
    }

    /// <summary>What was reported, in the order of the document.</summary>
    public ImmutableArray<Diagnostic> ToImmutable() =>
        [.. found.Select(item => item.Diagnostic).OrderBy(item => item.Span).ThenBy(item => item.Id, StringComparer.Ordinal)];

    private void Add(DiagnosticDescriptor descriptor, SourceSpan span, string entry, string hint, ReadOnlySpan<string> arguments)
    {
        var shown = new object[arguments.Length];
        for (int index = 0; index < shown.Length; index++)
            shown[index] = Show(arguments[index]);
        string message = string.Format(CultureInfo.InvariantCulture, descriptor.MessageFormat, shown);
        if (seen.Add((descriptor.Id, span, message)))
            found.Add((new Diagnostic(descriptor, descriptor.Severity, message, file, span, Show(hint)), entry));
    }

    private static string Show(string text)
    {
        if (text.Length <= LongestArgument && !text.Any(char.IsControl))
            return text;
        var shown = new StringBuilder();
        foreach (char character in text)
        {
            if (shown.Length >= LongestArgument)
                return shown.Append('…').ToString();
            shown.Append(char.IsControl(character) ? $"\\u{(int)character:x4}" : character.ToString());
        }

        return shown.ToString();
    }
}
