using System.Collections.Immutable;
using System.Globalization;
using Provisioning.Infra.Model.Diagnostics;
using Provisioning.Infra.Model.Shapes;
using Provisioning.Infra.Model.Yaml;

namespace Provisioning.Infra.Model.Binding;

/// <summary>
/// The values of one mapping, read with the defaults that its shape declares. A value that the check of shapes rejected reads
/// like a missing one: its problem is known, and nothing that is made of it survives.
/// </summary>
/// <param name="shape">Shape of the mapping.</param>
/// <param name="mapping">The mapping; null for an empty one.</param>
/// <param name="span">The key that leads to it.</param>
/// <param name="scope">What all entries share.</param>
internal sealed class Fields(ObjectShape shape, YamlMapping? mapping, SourceSpan span, BindingScope scope)
{
    /// <summary>The key that leads to the mapping.</summary>
    public SourceSpan Span => span;

    /// <summary>Shape of the mapping.</summary>
    public ObjectShape Shape => shape;

    /// <summary>What all entries share.</summary>
    public BindingScope Scope => scope;

    /// <summary>The declaration of a key.</summary>
    /// <param name="key">The key.</param>
    public Field Declaration(string key) => shape[key];

    /// <summary>Whether a key is there, with whatever value.</summary>
    /// <param name="key">The key.</param>
    public bool Has(string key) => mapping?.Find(shape[key].Key) is not null;

    /// <summary>Where a value stands; the mapping's own key when it is missing.</summary>
    /// <param name="key">The key.</param>
    public SourceSpan SpanOf(string key) => mapping?.Find(shape[key].Key)?.Value.Span ?? span;

    /// <summary>A value of any form; null when it is missing or rejected.</summary>
    /// <param name="key">The key.</param>
    public YamlNode? Node(string key) =>
        mapping?.Find(shape[key].Key)?.Value is { } value && !scope.Check.IsRejected(value) ? value : null;

    /// <summary>A scalar; null when it is missing or rejected.</summary>
    /// <param name="key">The key.</param>
    public YamlScalar? Scalar(string key) => Node(key) as YamlScalar;

    /// <summary>A text; null when it is missing without default.</summary>
    /// <param name="key">The key.</param>
    public string? OptionalText(string key) =>
        Scalar(key)?.Text ?? (shape[key].Default is { Length: > 0 } value ? value : null);

    /// <summary>A text; empty when it is missing without default.</summary>
    /// <param name="key">The key.</param>
    public string Text(string key) => OptionalText(key) ?? "";

    /// <summary>A boolean.</summary>
    /// <param name="key">The key, which has a default.</param>
    public bool Flag(string key) => Text(key).Equals("true", StringComparison.OrdinalIgnoreCase);

    /// <summary>A whole number.</summary>
    /// <param name="key">The key, which is required or has a default.</param>
    public long Integer(string key) => IntegerShape.TryParse(Text(key), out long value) ? value : 0;

    /// <summary>A duration; null when it is missing without default.</summary>
    /// <param name="key">The key.</param>
    public TimeSpan? Duration(string key) => DurationShape.TryParse(Text(key), out TimeSpan value) ? value : null;

    /// <summary>A GUID; null when it is missing.</summary>
    /// <param name="key">The key.</param>
    public Guid? Guid(string key) => System.Guid.TryParseExact(Text(key), "D", out Guid value) ? value : null;

    /// <summary>An issuer; null when it is missing without default.</summary>
    /// <param name="key">The key.</param>
    public Issuer? Issuer(string key) => Model.Issuer.TryParse(Text(key), out Issuer? value) ? value : null;

    /// <summary>A day; null when it is missing.</summary>
    /// <param name="key">The key.</param>
    public DateOnly? Date(string key) =>
        DateOnly.TryParseExact(Text(key), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly value) ? value : null;

    /// <summary>A resource id of one of some types, in the document's subscription where it has the placeholder.</summary>
    /// <param name="key">The key.</param>
    /// <param name="types">The types that fit; none for any.</param>
    /// <returns>The id; null when it is missing or of another type, which is reported.</returns>
    public ArmId? ResourceId(string key, params string[] types)
    {
        if (Scalar(key) is not { } scalar || !ArmId.TryParse(scalar.Text, out ArmId? id))
            return null;
        if (types.Length > 0 && !types.Any(id.IsOf))
        {
            scope.Diagnostics.Report(
                ReferenceDiagnostics.WrongResourceType, scalar.Span, scalar.Text, id.ResourceType, string.Join(" or ", types));
            return null;
        }

        return scope.Subscription is { } own ? id.WithSubscription(own) : id;
    }

    /// <summary>A reference to an entry; null when it is missing or cannot be resolved.</summary>
    /// <typeparam name="T">Kind of the entry.</typeparam>
    /// <param name="key">The key.</param>
    /// <param name="section">The section that is meant.</param>
    public Reference<T>? Reference<T>(string key, string section)
        where T : Entry =>
        scope.Symbols.Resolve<T>(Scalar(key), section);

    /// <summary>References to entries; those that cannot be resolved are left out.</summary>
    /// <typeparam name="T">Kind of the entries.</typeparam>
    /// <param name="key">The key.</param>
    /// <param name="section">The section that is meant.</param>
    public ImmutableArray<Reference<T>> References<T>(string key, string section)
        where T : Entry =>
        [.. Scalars(key).Select(scalar => scope.Symbols.Resolve<T>(scalar, section)).OfType<Reference<T>>()];

    /// <summary>Scalars of a list that were not rejected; none when the list is missing.</summary>
    /// <param name="key">The key.</param>
    public IEnumerable<YamlScalar> Scalars(string key) =>
        Items(key).OfType<YamlScalar>();

    /// <summary>Items of a list that were not rejected; none when the list is missing.</summary>
    /// <param name="key">The key.</param>
    public IEnumerable<YamlNode> Items(string key) =>
        Node(key) is YamlSequence sequence ? sequence.Items.Where(item => !scope.Check.IsRejected(item)) : [];

    /// <summary>A mapping with known keys; null when it is missing or rejected. An empty value is an empty mapping.</summary>
    /// <param name="key">The key.</param>
    public Fields? Object(string key)
    {
        ObjectShape inner = shape[key].Shape as ObjectShape
            ?? (shape[key].Shape as EitherShape)?.Alternatives.OfType<ObjectShape>().FirstOrDefault()
            ?? throw new ArgumentException($"'{key}' has no mapping with known keys.", nameof(key));
        YamlPair? pair = mapping?.Find(key);
        return pair is not null && Node(key) is { } node and (YamlMapping or { IsNull: true })
            ? new Fields(inner, node as YamlMapping, pair.Key.Span, scope)
            : null;
    }

    /// <summary>Entries of a mapping with names of the writer's choice, without rejected values.</summary>
    /// <param name="key">The key.</param>
    public IEnumerable<YamlPair> Pairs(string key) =>
        Node(key) is YamlMapping map ? map.Pairs.Where(pair => !scope.Check.IsRejected(pair.Value)) : [];

    /// <summary>A mapping of texts.</summary>
    /// <param name="key">The key.</param>
    public ImmutableSortedDictionary<string, string> Texts(string key) =>
        Pairs(key).Where(pair => pair.Value is YamlScalar).ToImmutableSortedDictionary(
            pair => pair.Key.Text, pair => ((YamlScalar)pair.Value).Text, StringComparer.Ordinal);
}
