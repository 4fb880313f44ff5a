using System.Collections.Immutable;
using Provisioning.Infra.Model.Diagnostics;
using Provisioning.Infra.Model.Yaml;

namespace Provisioning.Infra.Model.Shapes;

/// <summary>A mapping with known keys.</summary>
/// <param name="Fields">The keys.</param>
internal sealed record ObjectShape(params ImmutableArray<Field> Fields) : Shape
{
    /// <summary>The key that tells an existing thing from one to create.</summary>
    public const string Existing = "existing";

    /// <summary>Keys that tell that there is nothing to create; they exclude every key that describes what to create.</summary>
    public ImmutableArray<string> Markers { get; init; } = [Existing];

    /// <summary>Keys that exclude each other.</summary>
    public ImmutableArray<KeyGroup> Groups { get; init; } = [];

    /// <inheritdoc/>
    public override string Form => "a mapping";

    /// <inheritdoc/>
    public override string Summary => "mapping";

    /// <summary>The declaration of a key.</summary>
    /// <param name="key">The key.</param>
    /// <exception cref="ArgumentException">The shape has no such key.</exception>
    public Field this[string key] => Fields.FirstOrDefault(field => field.Key == key)
        ?? throw new ArgumentException($"The shape has no key '{key}'.", nameof(key));

    /// <inheritdoc/>
    public override void Check(YamlNode value, Place place, ShapeCheck check)
    {
        YamlMapping? mapping = value as YamlMapping;
        if (mapping is null && !value.IsNull)
        {
            check.RejectForm(value, place, Form);
            return;
        }

        string? marker = Markers.FirstOrDefault(key => mapping?.Find(key) is not null);
        foreach (YamlPair pair in mapping?.Pairs ?? [])
            CheckPair(pair, place, marker, check);
        foreach (Field field in Fields)
        {
            bool applies = field.Required && !(marker is not null && field.OfCreated);
            if (applies && mapping?.Find(field.Key) is null)
                check.Diagnostics.Report(ShapeDiagnostics.MissingKey, place.Span, place.Name, field.Key, field.Meaning);
        }

        foreach (KeyGroup group in Groups)
            CheckGroup(group, mapping, place, check);
    }

    private void CheckPair(YamlPair pair, Place place, string? marker, ShapeCheck check)
    {
        if (Fields.FirstOrDefault(field => field.Key == pair.Key.Text) is not { } field)
        {
            string hint = Secrets.LooksLikeOne(pair.Key.Text)
                ? "Secrets never stand in the document: use 'provision config set --secret' or the environment."
                : check.Diagnostics.Suggest(pair.Key.Text, Fields.Select(known => known.Key));
            check.Diagnostics.ReportWithHint(ShapeDiagnostics.UnknownKey, pair.Key.Span, hint, pair.Key.Text, place.Name);
            return;
        }

        if (marker is not null && field.OfCreated && field.Key != marker)
            check.Diagnostics.Report(ShapeDiagnostics.KeyOfCreated, pair.Key.Span, pair.Key.Text, marker);
        else
            field.Shape.Check(pair.Value, place.Below(pair.Key), check);
    }

    private static void CheckGroup(KeyGroup group, YamlMapping? mapping, Place place, ShapeCheck check)
    {
        string[] given = [.. group.Keys.Where(key => mapping?.Find(key) is not null)];
        if (given.Length == 1)
            return;
        if (mapping is not null)
            check.Reject(mapping);
        check.Diagnostics.Report(
            ShapeDiagnostics.ExactlyOne, place.Span, place.Name, string.Join(", ", group.Keys),
            given.Length == 0 ? "none" : string.Join(" and ", given));
    }
}
