using Provisioning.Infra.Model.Diagnostics;
using Provisioning.Infra.Model.Yaml;

namespace Provisioning.Infra.Model.Shapes;

/// <summary>A list whose items have one shape. Its scalars are different from each other.</summary>
/// <param name="Item">Shape of the items.</param>
internal sealed record ListShape(Shape Item) : Shape
{
    /// <summary>Whether there has to be an item.</summary>
    public bool NonEmpty { get; init; }

    /// <inheritdoc/>
    public override string Form => "a list";

    /// <inheritdoc/>
    public override string Summary => Item is ObjectShape ? "list" : $"list: {Item.Summary}";

    /// <inheritdoc/>
    public override void Check(YamlNode value, Place place, ShapeCheck check)
    {
        if (value.IsNull && !NonEmpty)
            return;
        if (value is not YamlSequence sequence)
        {
            check.RejectForm(value, place, Form);
            return;
        }

        if (NonEmpty && sequence.Items.IsEmpty)
        {
            check.Reject(value);
            check.Diagnostics.Report(ShapeDiagnostics.EmptyList, value.Span, place.Path);
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (YamlNode item in sequence.Items)
        {
            Item.Check(item, place.Below(item), check);
            if (item is YamlScalar scalar && !check.IsRejected(item) && !seen.Add(scalar.Text))
                check.Diagnostics.Report(ShapeDiagnostics.DuplicateItem, item.Span, scalar.Text);
        }
    }
}
