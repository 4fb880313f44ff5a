using Provisioning.Cli.Diagnostics;

namespace Provisioning.Cli.Migrations.PodIdentity.Reading;

/// <summary>Finds and reads the files that the user named.</summary>
/// <param name="directory">The folder that relative paths start from.</param>
/// <param name="input">What <c>-</c> stands for.</param>
internal sealed class ManifestFiles(string directory, TextReader input)
{
    /// <summary>Stands for the input.</summary>
    public const string Input = "-";

    private static readonly string[] Extensions = [".yaml", ".yml", ".json"];

    /// <summary>Reads files, the YAML and JSON files of folders and of those below them, and the input.</summary>
    /// <exception cref="CommandException">A path does not exist or cannot be read.</exception>
    public async Task<IReadOnlyList<ManifestFile>> ReadAsync(IReadOnlyList<string> paths, CancellationToken cancellationToken)
    {
        var files = new List<ManifestFile>();
        foreach (var path in paths.Distinct(StringComparer.Ordinal))
        {
            if (path == Input)
                files.Add(new ManifestFile(Input, await input.ReadToEndAsync(cancellationToken)));
            else
                files.AddRange(await ReadPathAsync(path, cancellationToken));
        }

        return files;
    }

    private async Task<IReadOnlyList<ManifestFile>> ReadPathAsync(string path, CancellationToken cancellationToken)
    {
        var full = Path.GetFullPath(path, directory);
        try
        {
            var files = new List<ManifestFile>();
            foreach (var file in Directory.Exists(full) ? FilesOf(full) : [full])
                files.Add(new ManifestFile(Shown(file), await File.ReadAllTextAsync(file, cancellationToken)));
            return files;
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new CommandException(new CommandError("ACC7008", ExitCode.Usage, $"There is no file or folder '{path}'."), exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CommandException(new CommandError("ACC7204", ExitCode.Usage, $"'{path}' cannot be read: {exception.Message}"), exception);
        }
    }

    private static IEnumerable<string> FilesOf(string folder) => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Where(file => Extensions.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase))
        .Order(StringComparer.Ordinal);

    private string Shown(string file)
    {
        var relative = Path.GetRelativePath(directory, file);
        return (relative.StartsWith("..", StringComparison.Ordinal) ? file : relative).Replace('\\', '/');
    }
}
