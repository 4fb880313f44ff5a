using System.Diagnostics;
using Provisioning.Cli;
using Provisioning.Cli.Commands;

namespace Provisioning.Backends.Azure.Tests.Harness;

/// <summary>A process that runs one command and says which assemblies that took.</summary>
internal static class LoadedAssemblies
{
    /// <summary>What asks a process of the tests to be one.</summary>
    public const string Argument = "assemblies-of";

    /// <summary>The assemblies that a command loads.</summary>
    /// <param name="folder">Where it runs.</param>
    /// <param name="variables">Its environment, over that of the tests.</param>
    /// <param name="command">The command.</param>
    public static async Task<IReadOnlyList<string>> OfAsync(string folder, IReadOnlyDictionary<string, string> variables, params IEnumerable<string> command)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(LoadedAssemblies).Assembly.Location, Argument, .. command]) { WorkingDirectory = folder, RedirectStandardOutput = true };
        foreach (var (name, value) in variables)
            start.Environment[name] = value;
        using var process = Process.Start(start) ?? throw new InvalidOperationException("dotnet cannot be started.");
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, output);
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    /// <summary>Runs a command, and prints the names of all assemblies that are loaded by then.</summary>
    public static async Task PrintAsync(string[] command)
    {
        using var interrupts = Interrupts.OfProcess();
        Environment.ExitCode = await CommandLine.RunAsync(command, CommandHost.OfProcess(interrupts), interrupts.Stop);
        foreach (var assembly in AppDomain.CurrentDomain.GetAssemblies())
            await Console.Out.WriteLineAsync(assembly.GetName().Name);
    }
}
