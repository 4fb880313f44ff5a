namespace Provisioning.Engine.Projects;

/// <summary>A plugin that is taken from a folder instead of being installed (<c>plugins.providers</c>).</summary>
/// <param name="Name">The package, such as <c>deeplake</c>.</param>
/// <param name="Path">The folder of the plugin, relative to <c>Pulumi.yaml</c>.</param>
/// <param name="Version">The version it stands for; empty for any.</param>
public sealed record PluginDeclaration(string Name, string Path, string Version);
