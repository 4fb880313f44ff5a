using System.Globalization;

namespace Provisioning.Engine.State.Json;

/// <summary>Numbers as Go's encoding/json writes them: the shortest decimal that reads back as the same double.</summary>
internal static class GoNumber
{
    /// <summary>Writes a finite number: with an exponent below 1e-6 and from 1e21 on, as plain decimal otherwise.</summary>
    public static string Format(double value)
    {
        if (!double.IsFinite(value))
            throw new ArgumentOutOfRangeException(nameof(value), value, "JSON has no such number.");

        // .NET gives the same shortest digits, but turns to exponents at other magnitudes.
        var text = value.ToString("R", CultureInfo.InvariantCulture);
        var mark = text.IndexOf('E', StringComparison.Ordinal);
        if (mark < 0)
            return text;

        var mantissa = text[..mark];
        var exponent = int.Parse(text.AsSpan(mark + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        if (Math.Abs(value) is < 1e-6 or >= 1e21)
            return string.Create(CultureInfo.InvariantCulture, $"{mantissa}e{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent)}");

        var sign = mantissa[0] == '-' ? "-" : "";
        var digits = mantissa.TrimStart('-').Replace(".", "", StringComparison.Ordinal);
        if (exponent < 0)
            return $"{sign}0.{new string('0', -exponent - 1)}{digits}";

        var whole = exponent + 1;
        return digits.Length <= whole ? sign + digits.PadRight(whole, '0') : $"{sign}{digits[..whole]}.{digits[whole..]}";
    }
}
