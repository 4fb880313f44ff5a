using Provisioning.Engine.Programs;
using Provisioning.Engine.Projects;
using Provisioning.Infra;

namespace Provisioning.Cli.Programs;

/// <summary>
/// Which program a project runs. Ours, which reads stack documents, runs in this process and needs no folder of its own;
/// any other one runs as <c>Pulumi.yaml</c> says.
/// </summary>
internal static class ProjectProgram
{
    private static readonly string Ours = typeof(ProvisioningProgram).Assembly.GetName().Name ?? "";

    /// <summary>The program of a project.</summary>
    /// <exception cref="ProjectException">Its runtime is not served here.</exception>
    public static IProgram Of(Project project) => project.Runtime.Name switch
    {
        "" => new EmbeddedProgram(),
        "dotnet" => IsOurs(project) ? new EmbeddedProgram() : new DotnetProgram(project),
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
