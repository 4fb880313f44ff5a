namespace Provisioning.Providers.Azure.Diffing;

/// <summary>Pulumi's property paths (sdk/go/common/resource/properties_path.go).</summary>
internal static class PropertyPaths
{
    /// <summary>The path of a member; a key that is no plain word is quoted.</summary>
    public static string Member(string path, string key)
    {
        if (key.Length == 0 || key.AsSpan().ContainsAny(".[]\""))
            return $"{path}[\"{key.Replace("\"", "\\\"", StringComparison.Ordinal)}\"]";
        return path.Length == 0 ? key : $"{path}.{key}";
    }

    /// <summary>The path of a list item.</summary>
    public static string Item(string path, int index) => $"{path}[{index}]";
}
