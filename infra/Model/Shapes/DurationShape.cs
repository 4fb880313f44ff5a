using System.Xml;
using Provisioning.Infra.Model.Diagnostics;

namespace Provisioning.Infra.Model.Shapes;

/// <summary>A duration in ISO 8601, such as <c>PT2M</c>, within a range.</summary>
/// <param name="Min">Shortest.</param>
/// <param name="Max">Longest.</param>
internal sealed record DurationShape(TimeSpan Min, TimeSpan Max) : ScalarShape
{
    private const string Expectation = "a duration such as PT2M, PT1H30M or P1D";

    /// <inheritdoc/>
    public override string Form => Expectation;

    /// <inheritdoc/>
    public override string Summary => $"duration, `{Show(Min)}` to `{Show(Max)}`";

    /// <summary>Reads a duration of days, hours, minutes and whole seconds.</summary>
    /// <param name="text">The duration.</param>
    /// <param name="value">The duration that was read.</param>
    public static bool TryParse(string text, out TimeSpan value)
    {
        value = default;
        if (text.Length is < 3 or > 32 || text[0] != 'P' || text.Any(character => character is 'Y' or '.') || HasMonths(text))
            return false;
        try
        {
            value = XmlConvert.ToTimeSpan(text);
            return true;
        }
        catch (FormatException)
        {
            return false;
        }
        catch (OverflowException)
        {
            return false;
        }
    }

    /// <summary>Renders a duration as a document writes it.</summary>
    /// <param name="value">The duration.</param>
    public static string Show(TimeSpan value) => XmlConvert.ToString(value);

    /// <inheritdoc/>
    public override ScalarProblem? Examine(string text, Place place)
    {
        if (!TryParse(text, out TimeSpan value))
            return new ScalarProblem(ShapeDiagnostics.Malformed, "", text, Expectation);
        return value >= Min && value <= Max
            ? null
            : new ScalarProblem(ShapeDiagnostics.OutOfRange, "", place.Path, text, Show(Min), Show(Max));
    }

    private static bool HasMonths(string text) => text.Split('T')[0].Contains('M');
}
