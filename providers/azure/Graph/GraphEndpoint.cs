using System.Text;

namespace Provisioning.Providers.Azure.Graph;

/// <summary>Where Microsoft Graph is.</summary>
/// <param name="Address">Its address, such as <c>https://graph.microsoft.com</c>.</param>
internal sealed record GraphEndpoint(Uri Address)
{
    /// <summary>The address of a path in version 1.0.</summary>
    /// <param name="path">The path, not escaped; may hold alternate keys such as <c>applications(appId='…')</c>.</param>
    /// <param name="filter">An OData filter, not escaped; empty for none.</param>
    public Uri At(string path, string filter = "")
    {
        var text = new StringBuilder(Address.GetLeftPart(UriPartial.Authority)).Append("/v1.0");
        foreach (var segment in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
            text.Append('/').Append(EscapeSegment(segment));
        if (filter.Length > 0)
            text.Append("?$filter=").Append(Uri.EscapeDataString(filter));
        return new Uri(text.ToString());
    }

    /// <summary>A literal in a filter or key.</summary>
    public static string Literal(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>Keys in parentheses are part of Graph's syntax and legal in a path (RFC 3986, 3.3).</summary>
    private static string EscapeSegment(string segment) => Uri.EscapeDataString(segment)
        .Replace("%28", "(", StringComparison.Ordinal)
        .Replace("%29", ")", StringComparison.Ordinal)
        .Replace("%27", "'", StringComparison.Ordinal)
        .Replace("%3D", "=", StringComparison.Ordinal);
}
