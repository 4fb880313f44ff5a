using System.Collections.Immutable;
using Provisioning.Infra.Model.Binding;
using Provisioning.Infra.Model.Diagnostics;
using Provisioning.Infra.Model.Shapes;
using Provisioning.Infra.Model.Yaml;

namespace Provisioning.Infra.Model.Sections;

/// <summary>The keys that entries with an Azure resource have in common, and their values.</summary>
/// <param name="Existing">Id of the existing resource; null for one to create.</param>
/// <param name="AzureName">Name in Azure.</param>
/// <param name="Location">Region.</param>
/// <param name="Tags">Tags, the document's included.</param>
internal sealed record AzureFields(
    ArmId? Existing, string AzureName, string Location, ImmutableSortedDictionary<string, string> Tags)
{
    private const int MostTags = 50;
    private const int LongestTagName = 512;
    private const int LongestTagValue = 256;

    /// <summary>Shape of <c>tags</c>.</summary>
    public static MapShape TagsShape { get; } = new(TextShapes.Loose);

    /// <summary>Declares the keys.</summary>
    /// <param name="noun">What the entry is, with its article.</param>
    /// <param name="nameMeaning">What else is to be said of the name; empty for nothing.</param>
    /// <param name="nameShape">Azure's rule for its name.</param>
    /// <param name="nameRequired">Whether the name must be chosen because it is unique in the world.</param>
    public static ImmutableArray<Field> Declare(string noun, TextShape nameShape, bool nameRequired = false, string nameMeaning = "") =>
    [
        new("existing", TextShapes.ResourceId, $"Id of {noun} that exists already; it is read, never changed."),
        new("name", nameShape, $"Name in Azure: {nameShape.Expectation}.{nameMeaning}")
        {
            OfCreated = true,
            Required = nameRequired,
            Otherwise = nameRequired ? "" : "the short name",
        },
        new("location", TextShapes.Location, "Azure region.") { OfCreated = true, Otherwise = "the document's" },
        new("tags", TagsShape, "Tags on top of the document's; they win over those of the same name.") { OfCreated = true },
    ];

    /// <summary>Reads the keys.</summary>
    /// <param name="name">Short name of the entry.</param>
    /// <param name="fields">Its values.</param>
    /// <param name="types">Resource types that an existing one may have.</param>
    public static AzureFields Read(string name, Fields fields, params string[] types)
    {
        ArmId? existing = types.Length == 0 ? null : fields.ResourceId(ObjectShape.Existing, types);
        return new AzureFields(
            existing,
            existing?.Name ?? NameOf(name, fields, existing: types.Length > 0 && fields.Has(ObjectShape.Existing)),
            fields.OptionalText("location") is { } location ? Normalize(location) : fields.Scope.Location,
            fields.Scope.Tags.SetItems(ReadTags(fields, "tags")));
    }

    /// <summary>Azure's own spelling of a region: lower case without blanks.</summary>
    /// <param name="location">The region in either spelling.</param>
    public static string Normalize(string location) => location.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant();

    /// <summary>Reads tags and reports those that Azure would refuse.</summary>
    /// <param name="fields">The mapping.</param>
    /// <param name="key">The key of the tags.</param>
    public static ImmutableSortedDictionary<string, string> ReadTags(Fields fields, string key)
    {
        var tags = fields.Texts(key);
        if (tags.Count > MostTags)
            Report(fields.SpanOf(key), $"There are {tags.Count} tags, but Azure takes {MostTags} on a resource.");
        foreach (YamlPair pair in fields.Pairs(key))
        {
            string name = pair.Key.Text;
            if (name.Length is 0 or > LongestTagName || name.AsSpan().ContainsAny("<>%&\\?/"))
                Report(pair.Key.Span, $"'{name}' is not a tag name that Azure takes.");
            else if (pair.Value is YamlScalar { Text.Length: > LongestTagValue })
                Report(pair.Value.Span, $"The value of tag '{name}' has more than {LongestTagValue} characters.");
        }

        return tags;

        void Report(SourceSpan span, string problem) => fields.Scope.Diagnostics.Report(ShapeDiagnostics.Tags, span, problem);
    }

    private static string NameOf(string name, Fields fields, bool existing)
    {
        if (fields.OptionalText("name") is { } given)
            return given;
        TextShape rule = (TextShape)fields.Declaration("name").Shape;
        if (!existing && !fields.Has("name") && !fields.Declaration("name").Required && !rule.Matches(name))
        {
            fields.Scope.Diagnostics.ReportWithHint(
                AzureDiagnostics.IllegalName, fields.Span, "Give the entry a 'name'.", name, rule.NameOf, rule.Expectation);
        }

        return name;
    }
}
