using System.Globalization;
using Provisioning.Engine.Projects;

namespace Provisioning.Engine.Programs;

/// <summary>A Node.js program, run by the program runner of the official SDK that the program depends on.</summary>
/// <param name="project">Its project, whose <c>main</c> is a folder or a file.</param>
public sealed class NodejsProgram(Project project) : ProcessProgram(project)
{
    private readonly ProjectRuntime runtime = project.Runtime;

    /// <inheritdoc/>
    private protected override ProgramCommand Command(ProgramContext context, string directory, string address)
    {
        var main = MainIn(context.RootDirectory);
        string[] preview = context.DryRun ? ["--dry-run"] : [];
        return new ProgramCommand(
            "node",
            [
                FindRunner(directory),
                "--monitor", address,
                "--engine", address,
                "--organization", context.Organization,
                "--project", context.Project,
                "--root-directory", context.RootDirectory,
                "--stack", context.Stack,
                "--pwd", directory,
                .. preview,
                "--parallel", context.Parallel.ToString(CultureInfo.InvariantCulture),
                main == directory ? "." : main,
            ],
            directory,
            Variables(context, address, directory).SetItem("PULUMI_NODEJS_TYPESCRIPT", runtime.Options.GetValueOrDefault("typescript", "true")));
    }

    private static string FindRunner(string directory) => NodejsSdk.Find(directory) is { } sdk
        ? Path.Combine(sdk, "cmd", "run")
        : throw new ProgramException($"The package @pulumi/pulumi was not found for '{directory}'; run 'npm install' there.");
}
