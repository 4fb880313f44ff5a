using System.Text.RegularExpressions;

namespace Provisioning.Verification.Probes;

/// <summary>Makes words of a service fit for a report: one line, not too long, without queries of addresses and without tokens.</summary>
internal static partial class ServiceWords
{
    private const int LongestCharacters = 400;

    /// <summary>The first line of a message. Queries of addresses are left out, as they may be signatures; so is what looks like a token.</summary>
    public static string FirstLine(string message)
    {
        var line = message.AsSpan().Trim().ToString().Split('\n', 2)[0].TrimEnd('\r', ' ');
        line = Token().Replace(Query().Replace(line, "$1"), "(token)");
        return line.Length > LongestCharacters ? line[..LongestCharacters] + "…" : line;
    }

    [GeneratedRegex(@"(https?://[^\s?]+)\?[^\s'"",)]+", RegexOptions.CultureInvariant)]
    private static partial Regex Query();

    [GeneratedRegex(@"eyJ[\w-]+\.[\w-]+\.[\w-]*", RegexOptions.CultureInvariant)]
    private static partial Regex Token();
}
