using System.Globalization;
using Provisioning.Infra.Model.Diagnostics;
using Provisioning.Infra.Model.Yaml;

namespace Provisioning.Infra.Model.Shapes;

/// <summary>A whole number within a range.</summary>
/// <param name="Min">Least value.</param>
/// <param name="Max">Greatest value.</param>
internal sealed record IntegerShape(long Min, long Max) : ScalarShape
{
    private const int LongestNumber = 64;

    /// <inheritdoc/>
    public override string Form => "a whole number";

    /// <inheritdoc/>
    public override string Summary => Max == long.MaxValue ? "whole number" : $"{Min} to {Max}";

    /// <inheritdoc/>
    public override bool Takes(YamlScalarType type) => type == YamlScalarType.Integer;

    /// <inheritdoc/>
    public override string Hint(YamlScalar scalar) => TryParse(scalar.Text, out _) ? "Write it without quotes." : "";

    /// <summary>Reads a decimal number.</summary>
    /// <param name="text">The number.</param>
    /// <param name="value">The number that was read.</param>
    public static bool TryParse(string text, out long value)
    {
        value = 0;
        return text.Length <= LongestNumber && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);
    }

    /// <inheritdoc/>
    public override ScalarProblem? Examine(string text, Place place) => TryParse(text, out long value) && value >= Min && value <= Max
        ? null
        : new ScalarProblem(ShapeDiagnostics.OutOfRange, "", place.Path, text, $"{Min}", $"{Max}");
}
