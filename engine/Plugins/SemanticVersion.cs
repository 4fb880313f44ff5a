using System.Globalization;

namespace Provisioning.Engine.Plugins;

/// <summary>The version of a plugin. Prereleases of the same version compare by their text.</summary>
internal sealed record SemanticVersion(int Major, int Minor, int Patch, string Prerelease) : IComparable<SemanticVersion>
{
    /// <summary>Whether it came before its release.</summary>
    public bool IsPrerelease => Prerelease.Length > 0;

    /// <summary>Reads <c>1.2.3</c> or <c>v1.2.3-alpha.1+build</c>; what stands behind a plus does not count. Null when it is none.</summary>
    public static SemanticVersion? TryParse(string text)
    {
        var parts = text.TrimStart('v').Split('+')[0].Split('-', 2);
        return parts[0].Split('.') is [var first, var second, var third]
            && TryNumber(first, out var major) && TryNumber(second, out var minor) && TryNumber(third, out var patch)
                ? new SemanticVersion(major, minor, patch, parts is [_, var prerelease] ? prerelease : "")
                : null;
    }

    /// <inheritdoc/>
    public int CompareTo(SemanticVersion? other)
    {
        if (other is null)
            return 1;

        var order = (Major, Minor, Patch, !IsPrerelease).CompareTo((other.Major, other.Minor, other.Patch, !other.IsPrerelease));
        return order != 0 ? order : string.CompareOrdinal(Prerelease, other.Prerelease);
    }

    private static bool TryNumber(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
