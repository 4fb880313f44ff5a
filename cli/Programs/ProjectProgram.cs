using Provisioning.Engine.Programs;
using Provisioning.Engine.Projects;
using Provisioning.Infra;
using Provisioning.Infra.Model;

namespace Provisioning.Cli.Programs;

/// <summary>
/// Which program a project runs. Ours, which reads stack documents, runs in this process and needs no folder of its own;
/// any other one runs as <c>Pulumi.yaml</c> says.
/// </summary>
internal static class ProjectProgram
{
    private static readonly string Ours = typeof(ProvisioningProgram).Assembly.GetName().Name ?? "";

    /// <summary>Whether a project runs the program that reads stack documents.</summary>
    public static bool ReadsDocuments(Project project) => project.Runtime.Name is "" || (project.Runtime.Name is "dotnet" && IsOurs(project));

    /// <summary>The program of a project.</summary>
    /// <param name="project">The project.</param>
    /// <param name="read">Reads the stack document of a path.</param>
    /// <exception cref="ProjectException">Its runtime is not served here.</exception>
    public static IProgram Of(Project project, Func<string, LoadResult> read) => project.Runtime.Name switch
    {
        _ when ReadsDocuments(project) => new EmbeddedProgram(read),
        "dotnet" => new DotnetProgram(project),
        "nodejs" => new NodejsProgram(project),
        var other => throw new ProjectException(
            $"{project.Path}: the runtime '{other}' is not served here; dotnet and nodejs are. Programs of other languages need the pulumi command line."),
    };

    private static bool IsOurs(Project project)
    {
        if (project.Runtime.Options.TryGetValue("binary", out var binary))
            return Path.GetFileName(binary) is var name && (name == Ours || Path.GetFileNameWithoutExtension(name) == Ours);

        var main = Path.GetFullPath(project.Main, project.RootDirectory);
        string[] projects = File.Exists(main) ? [main]
            : Directory.Exists(main) ? Directory.GetFiles(main, "*.??proj")
            : [];
        return projects.All(file => Path.GetFileNameWithoutExtension(file) == Ours);
    }
}
