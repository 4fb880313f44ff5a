using System.Collections.Immutable;

namespace Provisioning.Engine.Projects;

/// <summary>What <c>Pulumi.yaml</c> says (Pulumi's sdk/go/common/workspace/project.go).</summary>
public sealed record Project
{
    /// <summary>The full path of the file.</summary>
    public required string Path { get; init; }

    /// <summary>The name, which is also the namespace of its configuration.</summary>
    public required string Name { get; init; }

    /// <summary>What runs the program; an empty name when the file does not say.</summary>
    public ProjectRuntime Runtime { get; init; } = ProjectRuntime.None;

    /// <summary>The program's folder or file, relative to the file; empty for the file's folder.</summary>
    public string Main { get; init; } = "";

    /// <summary>What the project is about; may be empty.</summary>
    public string Description { get; init; } = "";

    /// <summary>The folder of the stacks' settings, relative to the file; empty for the file's folder.</summary>
    public string StackConfigDirectory { get; init; } = "";

    /// <summary>Where states are kept; null when the file does not say.</summary>
    public string? BackendUrl { get; init; }

    /// <summary>Whether updates refresh first (<c>options.refresh: always</c>).</summary>
    public bool AlwaysRefresh { get; init; }

    /// <summary>The declared configuration in file order.</summary>
    public ImmutableArray<ConfigDeclaration> Config { get; init; } = [];

    /// <summary>Packages that need more than a name and a version, by name.</summary>
    public ImmutableSortedDictionary<string, PackageDeclaration> Packages { get; init; } =
        ImmutableSortedDictionary.Create<string, PackageDeclaration>(StringComparer.Ordinal);

    /// <summary>Provider plugins that are taken from a folder.</summary>
    public ImmutableArray<PluginDeclaration> ProviderPlugins { get; init; } = [];

    /// <summary>The folder of the file.</summary>
    public string RootDirectory => System.IO.Path.GetDirectoryName(Path) ?? throw new InvalidOperationException($"'{Path}' is no full path.");

    /// <summary>The folder of the program, which <see cref="Main"/> or the file it names lies in.</summary>
    public string ProgramDirectory
    {
        get
        {
            var main = System.IO.Path.GetFullPath(Main, RootDirectory);
            return File.Exists(main) ? System.IO.Path.GetDirectoryName(main) ?? RootDirectory : main;
        }
    }

    /// <summary>The settings file of a stack; slashes in its name become dashes.</summary>
    public string StackSettingsPath(string stack) => System.IO.Path.Combine(
        RootDirectory, StackConfigDirectory, $"Pulumi.{stack.Replace('/', '-')}{System.IO.Path.GetExtension(Path)}");
}
