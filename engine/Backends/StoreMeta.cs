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
                throw StoreVersion.Legacy(root);
            return;
        }

        StoreVersion.Check(path, File.ReadAllText(path), root);
    }

    /// <summary>Writes the file when there is none.</summary>
    public async Task EnsureAsync(CancellationToken cancellationToken)
    {
        if (File.Exists(path))
            return;

        Directory.CreateDirectory(Path.Combine(root, Path.GetDirectoryName(StoreLayout.Meta) ?? ""));
        try
        {
            await DurableFile.WriteAsync(path, StoreVersion.Content, cancellationToken).ConfigureAwait(false);
        }
        catch (FileNotFoundException) when (File.Exists(path))
        {
            // Somebody else wrote the same, and swept ours.
        }
    }

    /// <summary>Removes what others left that died while they wrote the file, which is there by now.</summary>
    public void Sweep() => DurableFile.Sweep(Path.GetDirectoryName(path) ?? root, name => name == Path.GetFileName(path));

    private bool HasStacksWithoutProject()
    {
        var folder = Path.Combine(root, StoreLayout.Stacks);
        return Directory.Exists(folder) && Directory.EnumerateFiles(folder).Any(file => StateContent.StateName(Path.GetFileName(file)) is not null);
    }
}
