using Provisioning.Engine.Projects;
using Provisioning.Engine.Projects.Yaml;

namespace Provisioning.Engine.Backends;

/// <summary>The file that names the version of a store's layout. We read and write version 1, with projects.</summary>
/// <param name="root">The folder of the URL.</param>
internal sealed class StoreMeta(string root)
{
    private readonly string path = Path.Combine(root, StoreLayout.Meta);

    /// <summary>Refuses a store with another layout.</summary>
    /// <exception cref="BackendException">It has.</exception>
    public void Check()
    {
        if (!File.Exists(path))
        {
            if (HasStacksWithoutProject())
                throw Legacy();
            return;
        }

        switch (Version())
        {
            case "1":
                return;
            case "0":
                throw Legacy();
            case null:
                throw new BackendException($"'{path}' does not say a version, so the store may be damaged; write 'version: 1' if its stacks lie in folders of their projects.");
            case var version:
                throw new BackendException($"'{path}' says version {version}, and this engine knows version 1; use the CLI that wrote it.");
        }
    }

    /// <summary>Writes the file when there is none.</summary>
    public async Task EnsureAsync(CancellationToken cancellationToken)
    {
        if (File.Exists(path))
            return;

        Directory.CreateDirectory(Path.Combine(root, Path.GetDirectoryName(StoreLayout.Meta) ?? ""));
        try
        {
            await DurableFile.WriteAsync(path, "version: 1\n"u8.ToArray(), cancellationToken).ConfigureAwait(false);
        }
        catch (FileNotFoundException) when (File.Exists(path))
        {
            // Somebody else wrote the same, and swept ours.
        }
    }

    /// <summary>Removes what others left that died while they wrote the file, which is there by now.</summary>
    public void Sweep() => DurableFile.Sweep(Path.GetDirectoryName(path) ?? root, name => name == Path.GetFileName(path));

    private string? Version()
    {
        try
        {
            var file = YamlFile.Parse(path, File.ReadAllText(path));
            return file.Text(file.Root, "version");
        }
        catch (ProjectException exception)
        {
            throw new BackendException($"{exception.Message} Write 'version: 1' if the store's stacks lie in folders of their projects.", exception);
        }
    }

    private bool HasStacksWithoutProject()
    {
        var folder = Path.Combine(root, StoreLayout.Stacks);
        return Directory.Exists(folder) && Directory.EnumerateFiles(folder).Any(file => CheckpointFile.StateName(Path.GetFileName(file)) is not null);
    }

    private BackendException Legacy() =>
        new($"The stacks in '{root}' do not lie in folders of their projects, which is Pulumi's old layout; run 'pulumi state upgrade' once.");
}
