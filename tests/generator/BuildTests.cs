using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Provisioning.Sdk.Generator.Tests;

/// <summary>Generation is a step of the build that runs only when it has to.</summary>
public sealed class BuildTests
{
#if DEBUG
    private const string Configuration = "Debug";
#else
    private const string Configuration = "Release";
#endif

    [Fact]
    public async Task UnchangedSchema_IsNotGeneratedAgain()
    {
        var project = Path.Combine(SourceFolder(), "../../sdks/azuread/Pulumi.AzureAD.csproj");
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true };
        foreach (var argument in (string[])["msbuild", project, "-t:GenerateSdk", "-v:normal", "-nologo", "-p:BuildProjectReferences=false", $"-p:Configuration={Configuration}"])
        {
            start.ArgumentList.Add(argument);
        }

        using var build = Process.Start(start);
        Assert.NotNull(build);
        var log = await build.StandardOutput.ReadToEndAsync();
        await build.WaitForExitAsync();

        Assert.Equal(0, build.ExitCode);
        Assert.Contains("Skipping target \"GenerateSdk\"", log, StringComparison.Ordinal);
    }

    private static string SourceFolder([CallerFilePath] string file = "") => Path.GetDirectoryName(file) ?? "";
}
