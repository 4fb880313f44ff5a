using System.Collections.Immutable;
using Provisioning.Infra.Model.Diagnostics;
using Provisioning.Infra.Model.Yaml;

namespace Provisioning.Infra.Model.Shapes;

/// <summary>A mapping whose keys depend on the word under one of them, or on being <c>existing</c>.</summary>
/// <param name="Discriminator">The key with the word.</param>
/// <param name="Meaning">What the discriminator says.</param>
/// <param name="Cases">Words and the other keys that each of them allows.</param>
/// <param name="OfExisting">Shape of an existing thing, which has no discriminator.</param>
internal sealed record CasesShape(
    string Discriminator, string Meaning, ImmutableArray<(string Word, ObjectShape Shape)> Cases, ObjectShape OfExisting) : Shape
{
    /// <inheritdoc/>
    public override string Form => "a mapping";

    /// <inheritdoc/>
    public override string Summary => "mapping";

    /// <summary>The shape of a mapping; null when its discriminator is missing or wrong.</summary>
    /// <param name="mapping">The mapping.</param>
    public ObjectShape? Of(YamlMapping mapping)
    {
        if (mapping.Find(ObjectShape.Existing) is not null)
            return OfExisting;
        string? word = (mapping.Find(Discriminator)?.Value as YamlScalar)?.Text;
        return Cases.FirstOrDefault(item => item.Word == word).Shape;
    }

    /// <inheritdoc/>
    public override void Check(YamlNode value, Place place, ShapeCheck check)
    {
        if (value is not YamlMapping mapping)
        {
            check.RejectForm(value, place, Form);
        }
        else if (Of(mapping) is { } shape)
        {
            shape.Check(mapping, place, check);
        }
        else
        {
            check.Reject(mapping);
            if (mapping.Find(Discriminator) is { } pair)
                Words.Check(pair.Value, place.Below(pair.Key), check);
            else
                check.Diagnostics.Report(ShapeDiagnostics.MissingKey, place.Span, place.Name, Discriminator, Meaning);
        }
    }

    private ChoiceShape Words => new([.. Cases.Select(item => item.Word)]);
}
