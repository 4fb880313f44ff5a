using System.Runtime.CompilerServices;
using Provisioning.Infra.Model;
using Provisioning.Infra.Tests.Model;

namespace Provisioning.Infra.Tests.Plans;

/// <summary>The repository's own stack documents.</summary>
internal static class Stacks
{
    /// <summary>The names of the documents in <c>stacks/scenarios</c>.</summary>
    public static IEnumerable<string> Scenarios =>
        Directory.EnumerateFiles(Path.Combine(Folder(), "scenarios"), "*.yaml").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal);

    public static StackDocument Load(string stack)
    {
        var result = Documents.Loader.Load(Path.Combine(Folder(), $"{stack}.yaml"));
        return result.Document ?? throw new InvalidOperationException(string.Join('\n', result.Diagnostics));
    }

    private static string Folder([CallerFilePath] string caller = "") => Path.Combine(Path.GetDirectoryName(caller) ?? "", "../../../stacks");
}
