using Provisioning.Engine.Projects;

namespace Provisioning.Engine.Programs;

/// <summary>
/// A .NET program: the prebuilt one that the runtime option <c>binary</c> names, else its project, which is built and run.
/// </summary>
/// <param name="project">Its project, whose <c>main</c> is a folder or a project file.</param>
public sealed class DotnetProgram(Project project) : ProcessProgram
{
    /// <inheritdoc/>
    private protected override ProgramCommand Command(ProgramContext context, string address)
    {
        var main = Path.GetFullPath(project.Main, context.RootDirectory);
        var directory = File.Exists(main) ? Path.GetDirectoryName(main) ?? context.RootDirectory : main;
        var environment = Variables(context, address, directory);
        if (!project.Runtime.Options.TryGetValue("binary", out var binary))
            return new ProgramCommand("dotnet", ["run", "--project", main], directory, environment);

        var path = Path.GetFullPath(binary, context.RootDirectory);
        return Path.GetExtension(path) == ".dll"
            ? new ProgramCommand("dotnet", [path], directory, environment)
            : new ProgramCommand(path, [], directory, environment);
    }
}
