using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Provisioning.Cli.Tests.Publishing;

/// <summary>What <c>./provision</c> starts, in a folder with builds that only say which they are.</summary>
public sealed class LauncherTests : IDisposable
{
    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("launcher-");

    public LauncherTests()
    {
        File.Copy(RepositoryFile("provision"), Path.Combine(root.FullName, "provision"));
        foreach (var folder in (string[])["backends", "cli", "engine", "infra", "protocol", "providers", "sandbox", "sdks", "verification"])
            Write($"{folder}/Source.cs", hour: 1);
        foreach (var file in (string[])["Directory.Build.props", "Directory.Packages.props", "global.json"])
            Write(file, hour: 1);
        Script("tools/dotnet", "echo launcher");
        Write("artifacts/provision/.built", hour: 3);
    }

    [UnixFact]
    public void WithoutMachineCode_StartsItsOwnBuild() => Assert.Equal("launcher", Start());

    [UnixFact]
    public void WithMachineCode_StartsThatWithTheArguments()
    {
        BuildNative(hour: 2);

        Assert.Equal("native preview --diff", Start("preview", "--diff"));
    }

    [UnixFact]
    public void WithMachineCodeOlderThanASource_StartsItsOwnBuild()
    {
        BuildNative(hour: 2);
        Write("verification/Source.cs", hour: 2.5);

        Assert.Equal("launcher", Start());
    }

    /// <inheritdoc/>
    public void Dispose() => root.Delete(recursive: true);

    private static string RepositoryFile(string name, [CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here) ?? "", "..", "..", "..", name));

    private void BuildNative(double hour)
    {
        Script("artifacts/native/output/Provisioning.Cli/provision", "echo native \"$@\"");
        Write("artifacts/native/.built", hour);
    }

    private void Script(string path, string command)
    {
        Write(path, hour: 1, $"#!/usr/bin/env bash\n{command}\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(Path.Combine(root.FullName, path), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private void Write(string path, double hour, string content = "")
    {
        var file = new FileInfo(Path.Combine(root.FullName, path));
        file.Directory?.Create();
        File.WriteAllText(file.FullName, content);
        var time = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddHours(hour);
        file.LastWriteTimeUtc = time;
        // A folder that was made for the file is no newer than it.
        if (file.Directory is { } folder && folder.FullName != root.FullName)
            folder.LastWriteTimeUtc = time;
    }

    private string Start(params string[] arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(root.FullName, "provision"), arguments) { RedirectStandardOutput = true };
        start.Environment["PATH"] = Path.Combine(root.FullName, "tools") + Path.PathSeparator + start.Environment["PATH"];
        using var process = Process.Start(start) ?? throw new InvalidOperationException("The launcher cannot be started.");
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return output.Trim();
    }
}
