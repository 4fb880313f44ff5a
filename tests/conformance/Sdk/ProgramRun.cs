using System.Diagnostics;
using System.Text.Json.Nodes;
using Provisioning.Conformance.Tests.Harness;

namespace Provisioning.Conformance.Tests.Sdk;

/// <summary>A program that ran in a process of its own, started as Pulumi's language hosts start programs.</summary>
/// <param name="ExitCode">How it ended.</param>
/// <param name="Output">What it wrote to stdout.</param>
/// <param name="Error">What it wrote to stderr.</param>
/// <param name="Requests">What it sent to the engine, in order.</param>
internal sealed record ProgramRun(int ExitCode, string Output, string Error, IReadOnlyList<JsonObject> Requests)
{
    /// <summary>Runs a .NET program.</summary>
    /// <param name="judge">The engine.</param>
    /// <param name="settings">How the engine behaves; <c>dryRun</c> also tells the program.</param>
    /// <param name="start">What is started.</param>
    /// <param name="environment">More variables, or other values of those that the host sets; null removes one.</param>
    public static async Task<ProgramRun> DotnetAsync(
        MonitorJudge judge, MonitorSettings settings, ProcessStartInfo start, IEnumerable<KeyValuePair<string, string?>> environment)
    {
        var port = await judge.StartAsync(settings);
        foreach (var (name, value) in Host(port, settings).Concat(environment))
            start.Environment[name] = value;
        return await RunAsync(judge, port, start);
    }

    /// <summary>Runs the official Node.js program with the official runner.</summary>
    public static async Task<ProgramRun> NodejsAsync(MonitorJudge judge, MonitorSettings settings, string scenario)
    {
        var port = await judge.StartAsync(settings);
        var address = $"127.0.0.1:{port}";
        var start = new ProcessStartInfo("node",
        [
            Path.Combine(NodeWorkspace.Directory, "node_modules", "@pulumi", "pulumi", "cmd", "run"),
            "--monitor", address, "--engine", address, "--organization", "organization", "--project", "shop", "--stack", "dev",
            "--root-directory", NodeWorkspace.Directory, "--pwd", Folder, .. settings.DryRun ? (string[])["--dry-run"] : [], "--parallel", "16", ".",
        ]);
        start.Environment["SCENARIO"] = scenario;
        return await RunAsync(judge, port, start);
    }

    /// <summary>The folder of the official programs; programs in .NET are started there too.</summary>
    public static string Folder { get; } = Path.Combine(NodeWorkspace.Directory, "programs", "requests");

    /// <summary>A program that was built with these tests.</summary>
    /// <param name="project">The folder of its project, from the root of the repository.</param>
    /// <param name="file">Its file, in the same configuration as the tests.</param>
    public static string Built(string project, string file)
    {
        var output = new DirectoryInfo(AppContext.BaseDirectory);
        return Path.Combine(
            Path.GetFullPath("../../..", NodeWorkspace.Directory), project, "bin", output.Parent?.Name ?? "", output.Name, file);
    }

    /// <summary>What the language host for .NET sets.</summary>
    private static Dictionary<string, string?> Host(int port, MonitorSettings settings) => new()
    {
        ["PULUMI_MONITOR"] = $"127.0.0.1:{port}",
        ["PULUMI_ENGINE"] = $"127.0.0.1:{port}",
        ["PULUMI_PROJECT"] = "shop",
        ["PULUMI_STACK"] = "dev",
        ["PULUMI_ORGANIZATION"] = "organization",
        ["PULUMI_ROOT_DIRECTORY"] = NodeWorkspace.Directory,
        ["PULUMI_PWD"] = Folder,
        ["PULUMI_DRY_RUN"] = settings.DryRun ? "true" : "false",
        ["PULUMI_QUERY_MODE"] = "false",
        ["PULUMI_PARALLEL"] = "16",
        ["PULUMI_CONFIG"] = "{}",
        ["PULUMI_CONFIG_SECRET_KEYS"] = "[]",
        ["PULUMI_ATTACH_DEBUGGER"] = "false",
    };

    private static async Task<ProgramRun> RunAsync(MonitorJudge judge, int port, ProcessStartInfo start)
    {
        start.WorkingDirectory = Folder;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{start.FileName} cannot be started.");
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return new(process.ExitCode, await output, await error, await judge.StopAsync(port));
    }
}
