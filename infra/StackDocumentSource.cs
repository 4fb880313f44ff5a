using Provisioning.Infra.Model;
using Provisioning.Infra.Model.Diagnostics;
using Pulumi;

namespace Provisioning.Infra;

/// <summary>Finds the stack's document, reads it, and logs what is wrong with it.</summary>
internal static class StackDocumentSource
{
    private const string Key = "document";

    /// <summary>
    /// Reads the document named by <c>&lt;project&gt;:document</c>, by default <c>stacks/&lt;stack&gt;.yaml</c>; relative paths
    /// start at the folder of <c>Pulumi.yaml</c>.
    /// </summary>
    /// <param name="read">Reads the document of a path.</param>
    /// <exception cref="RunException">The document cannot be deployed; its diagnostics are logged.</exception>
    public static StackDocument Load(Func<string, LoadResult> read)
    {
        var deployment = Deployment.Instance;
        var name = new Config().Get(Key) ?? $"stacks/{deployment.StackName}.yaml";
        var path = Path.Combine(deployment.RootDirectory, name);
        var result = read(path);
        foreach (var diagnostic in result.Diagnostics)
        {
            // The path as the user writes it, not the absolute one.
            Report(diagnostic with { File = name });
        }

        return result.IsValid
            ? result.Document with { Path = name }
            : throw new RunException(
                $"{name} cannot be deployed: {result.Diagnostics.Count(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)} "
                + $"error(s), listed above. Another document is set with `pulumi config set {Key} <path>`.");
    }

    /// <summary>Reads a document from its file.</summary>
    public static LoadResult ReadFile(string path) => new StackDocumentLoader(TimeProvider.System).Load(path);

    private static void Report(Diagnostic diagnostic)
    {
        switch (diagnostic.Severity)
        {
            case DiagnosticSeverity.Error:
                Log.Error(diagnostic.ToString());
                break;
            case DiagnosticSeverity.Warning:
                Log.Warn(diagnostic.ToString());
                break;
            case DiagnosticSeverity.Information:
                Log.Info(diagnostic.ToString());
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(diagnostic), diagnostic.Severity, "Unknown severity.");
        }
    }
}
