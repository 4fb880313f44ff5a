using Provisioning.Sdk.Generator.Emission;

namespace Provisioning.Sdk.Generator;

/// <summary>
/// The folder that holds a package's generated files and nothing else. Files whose text is unchanged are not touched, so the
/// compiler's own incremental checks keep working.
/// </summary>
internal sealed class OutputFolder(string path)
{
    /// <summary>Makes the folder hold exactly <paramref name="files"/>.</summary>
    /// <returns>How many files were written or deleted.</returns>
    public int Replace(IEnumerable<GeneratedFile> files)
    {
        var kept = new HashSet<string>(StringComparer.Ordinal);
        var changes = 0;
        foreach (var file in files)
        {
            var target = Path.GetFullPath(Path.Combine(path, file.Path));
            if (!kept.Add(target))
            {
                throw new InvalidDataException($"The schema describes {file.Path} twice.");
            }

            if (!File.Exists(target) || File.ReadAllText(target) != file.Text)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(target) ?? path);
                File.WriteAllText(target, file.Text);
                changes++;
            }
        }

        foreach (var stale in Directory.EnumerateFiles(path, "*.g.cs", SearchOption.AllDirectories).Select(Path.GetFullPath).Where(file => !kept.Contains(file)))
        {
            File.Delete(stale);
            changes++;
        }

        return changes;
    }
}
