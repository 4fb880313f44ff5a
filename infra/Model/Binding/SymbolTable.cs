using Provisioning.Infra.Model.Diagnostics;
using Provisioning.Infra.Model.Yaml;

namespace Provisioning.Infra.Model.Binding;

/// <summary>
/// The entries of a document by section and short name. Entries are declared before any is bound, so that a reference to an entry
/// with a problem of its own is not reported as dangling.
/// </summary>
/// <param name="diagnostics">Where problems go.</param>
internal sealed class SymbolTable(DiagnosticBag diagnostics)
{
    private readonly Dictionary<string, OrderedDictionary<string, Entry?>> sections = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> nouns = new(StringComparer.Ordinal);

    /// <summary>The entries of a section that were bound, in document order.</summary>
    /// <param name="section">Key of the section.</param>
    public IEnumerable<Entry> EntriesOf(string section) => sections[section].Values.OfType<Entry>();

    /// <summary>Opens a section.</summary>
    /// <param name="section">Its key.</param>
    /// <param name="noun">One of its entries: <c>registry</c>.</param>
    public void Open(string section, string noun)
    {
        sections[section] = new OrderedDictionary<string, Entry?>(StringComparer.Ordinal);
        nouns[section] = noun;
    }

    /// <summary>Announces an entry.</summary>
    /// <param name="section">Its section.</param>
    /// <param name="name">Its short name.</param>
    public void Declare(string section, string name) => sections[section].TryAdd(name, null);

    /// <summary>Puts a bound entry in its announced place.</summary>
    /// <param name="entry">The entry.</param>
    public void Bind(Entry entry) => sections[entry.Section][entry.Name] = entry;

    /// <summary>Whether an address such as <c>registries.private</c> was announced.</summary>
    /// <param name="address">The address.</param>
    public bool Declares(string address) =>
        address.Split('.', 2) is [var section, var name] && sections.TryGetValue(section, out var names) && names.ContainsKey(name);

    /// <summary>A hint with the announced address that is nearest to a misspelt one.</summary>
    /// <param name="address">The address.</param>
    public string SuggestAddress(string address) =>
        diagnostics.Suggest(address, sections.SelectMany(section => section.Value.Keys.Select(name => $"{section.Key}.{name}")));

    /// <summary>Resolves a reference to an entry of one kind.</summary>
    /// <typeparam name="T">The kind.</typeparam>
    /// <param name="reference">The reference as written; null when the document has none or a broken one.</param>
    /// <param name="section">The section it is looked up in.</param>
    /// <returns>The entry; null after a problem with the reference or with the entry.</returns>
    public Reference<T>? Resolve<T>(YamlScalar? reference, string section)
        where T : Entry =>
        reference is not null && Find(reference.Text, reference.Span, [section]) is T entry ? new Reference<T>(entry, reference.Span) : null;

    /// <summary>Finds the entry that a text refers to, and reports when there is none.</summary>
    /// <param name="text">The reference: a short name, alone or after its section and a dot.</param>
    /// <param name="span">Where it stands.</param>
    /// <param name="candidates">Sections that fit.</param>
    /// <returns>The entry; null after a problem with the reference or with the entry.</returns>
    public Entry? Find(string text, SourceSpan span, string[] candidates)
    {
        if (text.Split('.', 2) is [var section, var name])
        {
            if (candidates.Contains(section))
                return FindIn(section, name, span);
            string hint = sections.ContainsKey(section) ? "" : diagnostics.Suggest(section, candidates);
            diagnostics.ReportWithHint(ReferenceDiagnostics.WrongSection, span, hint, text, Describe(candidates));
            return null;
        }

        string[] holders = [.. candidates.Where(candidate => sections[candidate].ContainsKey(text))];
        if (holders.Length > 1)
        {
            diagnostics.Report(
                ReferenceDiagnostics.Ambiguous, span, text, Either(holders.Select(holder => $"'{holder}.{text}'")));
            return null;
        }

        if (holders is [var only])
            return sections[only][text];
        ReportUnknown(text, span, candidates);
        return null;
    }

    private Entry? FindIn(string section, string name, SourceSpan span)
    {
        if (sections[section].TryGetValue(name, out Entry? entry))
            return entry;
        ReportUnknown(name, span, [section]);
        return null;
    }

    private void ReportUnknown(string name, SourceSpan span, string[] candidates)
    {
        string hint = diagnostics.Suggest(name, candidates.SelectMany(candidate => sections[candidate].Keys));
        if (hint.Length == 0 && sections.FirstOrDefault(item => item.Value.ContainsKey(name)).Key is { } elsewhere)
            hint = $"'{elsewhere}.{name}' is {Articled(nouns[elsewhere])}.";
        diagnostics.ReportWithHint(
            ReferenceDiagnostics.Unknown, span, hint, name, Either(candidates.Select(candidate => nouns[candidate])));
    }

    private string Describe(string[] candidates) => Either(candidates.Select(candidate => Articled(nouns[candidate])));

    private static string Either(IEnumerable<string> words) =>
        words.ToArray() is [.. var first, var last] && first.Length > 0 ? $"{string.Join(", ", first)} or {last}" : string.Concat(words);

    private static string Articled(string noun) => ("aeiouAEIOU".Contains(noun[0]) ? "an " : "a ") + noun;
}
