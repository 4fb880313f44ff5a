using System.Runtime.CompilerServices;
using Provisioning.Engine.Projects;
using Provisioning.Engine.Tests.Harness;

namespace Provisioning.Conformance.Tests.Harness;

/// <summary>The folder with the official Node.js packages and everything that is written against them.</summary>
internal static class NodeWorkspace
{
    /// <summary>The folder of <c>package.json</c>.</summary>
    public static string Directory { get; } = Find();

    /// <summary>Programs inherit the variables of the process that runs the tests.</summary>
    static NodeWorkspace() =>
        Environment.SetEnvironmentVariable("NODE_OPTIONS", $"--no-warnings --require={Path.Combine(Directory, "plain-traces.js")}");

    /// <summary>Why tests cannot run against the official packages; null when they can.</summary>
    public static string? Absent { get; } =
        !IsOnPath("node") ? "Node.js is not on PATH."
        : !System.IO.Directory.Exists(Path.Combine(Directory, "node_modules", "@pulumi", "pulumi")) ? "The packages of tests/conformance/node are not installed (npm ci)."
        : null;

    /// <summary>The project of a program in <c>programs</c>.</summary>
    public static Project Project(string program) =>
        new() { Path = Path.Combine(Directory, "programs", program, "Pulumi.yaml"), Name = TestStack.Project };

    private static bool IsOnPath(string command) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, OperatingSystem.IsWindows() ? command + ".exe" : command)));

    private static string Find([CallerFilePath] string thisFile = "") => Path.GetFullPath("../node", Path.GetDirectoryName(thisFile) ?? "");
}
