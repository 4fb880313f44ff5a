using System.Collections.Immutable;

namespace Provisioning.Engine.Projects;

/// <summary>A package a project names in <c>packages</c>.</summary>
/// <param name="Source">A plugin, a path or a repository.</param>
/// <param name="Version">Its version; empty for any.</param>
/// <param name="Parameters">What a parameterised package is made with.</param>
/// <param name="PluginDownloadUrl">Where its plugin is downloaded; empty for the default.</param>
public sealed record PackageDeclaration(string Source, string Version, ImmutableArray<string> Parameters, string PluginDownloadUrl);
