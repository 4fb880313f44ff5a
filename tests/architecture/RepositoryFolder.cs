using System.IO.Enumeration;
using System.Runtime.CompilerServices;

namespace Provisioning.Architecture.Tests;

/// <summary>The sources that these tests were compiled from.</summary>
internal static class RepositoryFolder
{
    private static readonly string[] NotOurs = ["bin", "obj", "artifacts", ".git", "node_modules"];

    public static string Path { get; } = Find();

    /// <summary>
    /// All files with an extension that belong to the repository, relative to its folder. Folders of packages and of
    /// build output are not looked into: they hold many times more files than the sources.
    /// </summary>
    public static IEnumerable<string> Files(string pattern) =>
        new FileSystemEnumerable<string>(Path, (ref entry) => entry.ToFullPath(), new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None })
        {
            ShouldIncludePredicate = (ref entry) => !entry.IsDirectory && FileSystemName.MatchesSimpleExpression(pattern, entry.FileName),
            ShouldRecursePredicate = (ref entry) => !NotOurs.Contains(entry.FileName.ToString()),
        }
        .Select(file => System.IO.Path.GetRelativePath(Path, file).Replace('\\', '/'))
        .Order(StringComparer.Ordinal);

    private static string Find([CallerFilePath] string thisFile = "")
    {
        // Deterministic builds map source paths away; the test assembly always lies below the repository.
        for (var folder = new DirectoryInfo(File.Exists(thisFile) ? thisFile : AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "Provisioning.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException("Provisioning.sln was not found above the tests.");
    }
}
