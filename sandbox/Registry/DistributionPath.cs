using System.Text.RegularExpressions;

namespace Provisioning.Sandbox.Registry;

/// <summary>A path of the distribution protocol. A repository may have any number of segments, so it is what precedes the last known word.</summary>
/// <param name="Repository">Repository.</param>
/// <param name="Kind"><c>manifests</c>, <c>blobs</c>, <c>blobs/uploads</c> or <c>tags</c>.</param>
/// <param name="Reference">What follows: tag, digest, id of an upload; maybe empty.</param>
internal sealed partial record DistributionPath(string Repository, string Kind, string Reference)
{
    /// <summary>Reads what follows <c>/v2/</c>; null when it is none.</summary>
    public static DistributionPath? Parse(string path) => Pattern().Match(path) is { Success: true } match
        ? new DistributionPath(match.Groups["repository"].Value, match.Groups["kind"].Value, match.Groups["reference"].Value)
        : null;

    [GeneratedRegex("^(?<repository>[a-z0-9]+(?:[._/-]+[a-z0-9]+)*)/(?<kind>manifests|blobs/uploads|blobs|tags)/(?<reference>[^/]*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
