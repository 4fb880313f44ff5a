using Provisioning.Infra.Tests.Access;
using Provisioning.Infra.Tests.Model;

namespace Provisioning.Infra.Tests.Fuzzing;

/// <summary>The documents that mutations start from: all that the repository ships, and those of its tests.</summary>
internal static class DocumentCorpus
{
    /// <summary>The documents, in the same order on every machine.</summary>
    public static string[] Read() =>
    [
        Documents.Minimal,
        Sample.Resources,
        .. Files("stacks"),
        .. Files("stacks", "scenarios"),
        .. Files("tests", "infra", "Model", "bad"),
    ];

    private static IEnumerable<string> Files(params string[] folder) =>
        Directory.EnumerateFiles(Repository.PathOf(folder), "*.yaml").Order(StringComparer.Ordinal).Select(File.ReadAllText);
}
