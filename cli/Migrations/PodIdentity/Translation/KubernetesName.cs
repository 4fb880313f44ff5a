using System.Text.RegularExpressions;

namespace Provisioning.Cli.Migrations.PodIdentity.Translation;

/// <summary>
/// The names that Kubernetes allows. Names of manifests go into commands and into the document, so that others are refused before.
/// </summary>
internal static partial class KubernetesName
{
    /// <summary>Whether a text can be the name of a namespace.</summary>
    public static bool IsLabel(string text) => Label().IsMatch(text);

    /// <summary>Whether a text can be the name of a service account, or of what makes pods.</summary>
    public static bool IsSubdomain(string text) => Subdomain().IsMatch(text);

    [GeneratedRegex(@"\A[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\z")]
    private static partial Regex Label();

    [GeneratedRegex(@"\A[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?\z")]
    private static partial Regex Subdomain();
}
