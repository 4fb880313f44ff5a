using System.Collections.Immutable;
using Provisioning.Infra.Model.Yaml;

namespace Provisioning.Infra.Model.Shapes;

/// <summary>Shapes of different forms, such as a text or a mapping; the form of a value tells which one is meant.</summary>
/// <param name="Alternatives">The shapes.</param>
internal sealed record EitherShape(params ImmutableArray<Shape> Alternatives) : Shape
{
    /// <inheritdoc/>
    public override string Form => string.Join(" or ", Alternatives.Select(shape => shape.Form));

    /// <inheritdoc/>
    public override string Summary => string.Join(", or ", Alternatives.Select(shape => shape.Summary));

    /// <inheritdoc/>
    public override void Check(YamlNode value, Place place, ShapeCheck check)
    {
        Shape? meant = Alternatives.FirstOrDefault(shape => shape switch
        {
            ScalarShape scalar => value is YamlScalar { Type: var type } && scalar.Takes(type),
            ListShape => value is YamlSequence,
            ObjectShape or MapShape => value is YamlMapping,
            _ => throw new InvalidOperationException($"A {shape.GetType().Name} cannot be told from other shapes."),
        });
        if (meant is null)
            check.RejectForm(value, place, Form);
        else
            meant.Check(value, place, check);
    }
}
