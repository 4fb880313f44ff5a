using Provisioning.Engine.Projects;

namespace Provisioning.Engine.Programs;

/// <summary>
/// A .NET program: the prebuilt one that the runtime option <c>binary</c> names, else its project, which is built and run.
/// </summary>
/// <param name="project">Its project, whose <c>main</c> is a folder or a project file.</param>
public sealed class DotnetProgram(Project project) : ProcessProgram(project)
{
    private readonly ProjectRuntime runtime = project.Runtime;

    /// <inheritdoc/>
    private protected override ProgramCommand Command(ProgramContext context, string directory, string address)
    {
        var environment = Variables(context, address, directory);
        if (!runtime.Options.TryGetValue("binary", out var binary))
            return new ProgramCommand("dotnet", ["run", "--project", MainIn(context.RootDirectory)], directory, environment);

        var path = Path.GetFullPath(binary, context.RootDirectory);
        if (!File.Exists(path))
            throw new ProgramException($"The prebuilt program '{path}' does not exist; build it, or correct the runtime option `binary` in Pulumi.yaml.");
        return Path.GetExtension(path) == ".dll"
            ? new ProgramCommand("dotnet", [path], directory, environment)
            : new ProgramCommand(path, [], directory, environment);
    }
}
