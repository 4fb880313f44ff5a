using System.Collections.Immutable;
using Provisioning.Infra.Model.Binding;
using Provisioning.Infra.Model.Diagnostics;
using Provisioning.Infra.Model.Shapes;
using Provisioning.Infra.Model.Yaml;

namespace Provisioning.Infra.Model.Sections;

/// <summary><c>policy</c>.</summary>
internal static class PolicyFields
{
    private static readonly (string Word, DiagnosticSeverity Severity)[] Severities =
    [
        ("information", DiagnosticSeverity.Information), ("warning", DiagnosticSeverity.Warning), ("error", DiagnosticSeverity.Error),
    ];

    private static readonly TextShape Rule = new("the id of a rule such as ACC1551") { Pattern = "^ACC[0-9]{4}$" };
    private static readonly TextShape Entry = new("an entry with its section, such as registries.legacy")
    {
        Pattern = "^[A-Za-z]+\\.[A-Za-z][A-Za-z0-9-]{0,62}$",
    };

    private static readonly ObjectShape ExemptionShape = new(
        new Field("rule", Rule, "Id of the rule.") { Required = true },
        new Field("entry", Entry, "The entry, with its section.") { Required = true },
        new Field("reason", TextShapes.Any, "Why.") { Required = true },
        new Field("expires", TextShapes.Date, "Last day of the exemption, UTC.") { Required = true });

    /// <summary>Shape of the section.</summary>
    public static ObjectShape Shape { get; } = new(
        new Field(
            "severities",
            new MapShape(new ChoiceShape([.. Severities.Select(item => item.Word)])) { Key = Rule },
            "Other severities for pieces of advice, by rule."),
        new Field("exemptions", new ListShape(ExemptionShape), "Entries that a piece of advice does not hold for, for a while."));

    /// <summary>Reads the section.</summary>
    /// <param name="fields">The section; null when the document has none.</param>
    /// <param name="today">The day to hold expiry dates against, UTC.</param>
    public static Policy Read(Fields? fields, DateOnly today) => fields is null
        ? new Policy([], [])
        : new Policy(
            [.. fields.Pairs("severities").Select(pair => ReadSeverity(pair, fields.Scope)).OfType<SeverityOverride>()],
            ReadExemptions(fields, today));

    private static SeverityOverride? ReadSeverity(YamlPair pair, BindingScope scope) =>
        pair.Value is YamlScalar word && IsOpen(pair.Key.Text, pair.Key.Span, scope)
            ? new SeverityOverride(pair.Key.Text, Severities.First(item => item.Word == word.Text).Severity, pair.Key.Span)
            : null;

    private static ImmutableArray<PolicyExemption> ReadExemptions(Fields fields, DateOnly today) =>
    [
        .. fields.Items("exemptions").OfType<YamlMapping>()
            .Select(item => ReadExemption(new Fields(ExemptionShape, item, item.Span, fields.Scope), today))
            .OfType<PolicyExemption>(),
    ];

    private static PolicyExemption? ReadExemption(Fields fields, DateOnly today)
    {
        if (fields.OptionalText("rule") is not { } rule || fields.OptionalText("entry") is not { } entry || fields.Date("expires") is not { } expires)
            return null;
        DiagnosticBag diagnostics = fields.Scope.Diagnostics;
        bool open = IsOpen(rule, fields.SpanOf("rule"), fields.Scope);
        bool declared = fields.Scope.Symbols.Declares(entry);
        if (!declared)
            diagnostics.ReportWithHint(PolicyDiagnostics.UnknownEntry, fields.SpanOf("entry"), fields.Scope.Symbols.SuggestAddress(entry), entry);
        if (expires < today)
            diagnostics.Report(PolicyDiagnostics.Expired, fields.SpanOf("expires"), entry, rule, $"{expires:yyyy-MM-dd}");
        return open && declared && expires >= today
            ? new PolicyExemption(rule, entry, fields.Text("reason"), expires, fields.Span)
            : null;
    }

    private static bool IsOpen(string rule, SourceSpan span, BindingScope scope)
    {
        if (!DiagnosticCatalogue.All.TryGetValue(rule, out DiagnosticDescriptor? descriptor))
        {
            if (Rule.Matches(rule))
                scope.Diagnostics.Report(PolicyDiagnostics.UnknownRule, span, rule);
            return false;
        }

        if (!descriptor.Overridable)
            scope.Diagnostics.Report(PolicyDiagnostics.FixedRule, span, rule);
        return descriptor.Overridable;
    }
}
