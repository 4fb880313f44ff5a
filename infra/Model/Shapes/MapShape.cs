using Provisioning.Infra.Model.Diagnostics;
using Provisioning.Infra.Model.Yaml;

namespace Provisioning.Infra.Model.Shapes;

/// <summary>A mapping whose keys are names of the writer's choice.</summary>
/// <param name="Value">Shape of the values.</param>
internal sealed record MapShape(Shape Value) : Shape
{
    /// <summary>Shape of the keys.</summary>
    public TextShape Key { get; init; } = TextShapes.Any;

    /// <summary>Whether the keys are short names of entries.</summary>
    public bool OfEntries { get; init; }

    /// <inheritdoc/>
    public override string Form => "a mapping";

    /// <inheritdoc/>
    public override string Summary => Value is ScalarShape ? $"mapping: {Value.Summary}" : "mapping";

    /// <inheritdoc/>
    public override void Check(YamlNode value, Place place, ShapeCheck check)
    {
        if (value.IsNull)
            return;
        if (value is not YamlMapping mapping)
        {
            check.RejectForm(value, place, Form);
            return;
        }

        foreach (YamlPair pair in mapping.Pairs)
        {
            if (OfEntries && !TextShapes.ShortName.Matches(pair.Key.Text))
                check.Diagnostics.Report(ShapeDiagnostics.ShortName, pair.Key.Span, pair.Key.Text);
            else if (!OfEntries && Key.Examine(pair.Key.Text, place) is { } problem)
                check.Diagnostics.Report(problem.Descriptor, pair.Key.Span, problem.Arguments);
            Value.Check(pair.Value, place.Below(pair.Key), check);
        }
    }
}
