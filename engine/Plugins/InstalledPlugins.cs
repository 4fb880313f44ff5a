namespace Provisioning.Engine.Plugins;

/// <summary>The plugins that <c>pulumi plugin install</c> has put into <c>PULUMI_HOME/plugins</c>.</summary>
internal static class InstalledPlugins
{
    /// <summary>
    /// The folder of a plugin: of exactly the wanted version, else one without a version; without a wanted version the
    /// newest one that is no prerelease. Null when there is none.
    /// </summary>
    public static string? Find(string pluginsDirectory, string name, string? version)
    {
        var prefix = $"resource-{name}-v";
        var unversioned = Path.Combine(pluginsDirectory, $"resource-{name}");
        if (version is not null)
        {
            var exact = Path.Combine(pluginsDirectory, prefix + version);
            return Directory.Exists(exact) ? exact : Directory.Exists(unversioned) ? unversioned : null;
        }

        var newest = Directory.Exists(pluginsDirectory)
            ? Directory.EnumerateDirectories(pluginsDirectory, prefix + "*")
                .Select(folder => (Folder: folder, Version: SemanticVersion.TryParse(Path.GetFileName(folder)[prefix.Length..])))
                .Where(plugin => plugin.Version is { IsPrerelease: false })
                .OrderByDescending(plugin => plugin.Version)
                .Select(plugin => plugin.Folder)
                .FirstOrDefault()
            : null;
        return newest ?? (Directory.Exists(unversioned) ? unversioned : null);
    }
}
