using System.Text.RegularExpressions;

namespace Provisioning.Cli.Migrations.PodIdentity.Translation;

/// <summary>Makes short names of a document from names of Kubernetes and Azure: letters, digits and single hyphens, each name once.</summary>
internal sealed partial class ShortNames
{
    private const int MaxLength = 63;

    private readonly HashSet<string> taken = new(StringComparer.Ordinal);

    /// <summary>A short name that was not given before.</summary>
    /// <param name="name">The name it comes from.</param>
    public string Take(string name)
    {
        var stem = Others().Replace(name, "-").Trim('-');
        stem = stem.Length > 0 && char.IsAsciiLetter(stem[0]) ? stem : $"n-{stem}".TrimEnd('-');
        var candidate = Cut(stem, "");
        for (var number = 2; !taken.Add(candidate); number++)
            candidate = Cut(stem, $"-{number}");
        return candidate;
    }

    private static string Cut(string stem, string ending) => stem[..Math.Min(stem.Length, MaxLength - ending.Length)].TrimEnd('-') + ending;

    [GeneratedRegex("[^A-Za-z0-9]+")]
    private static partial Regex Others();
}
