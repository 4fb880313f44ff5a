using System.Diagnostics;
using System.Text.Json;

namespace Provisioning.Architecture.Tests.Api;

/// <summary>
/// <c>dotnet build infra -p:PulumiSdk=nuget</c> takes the official packages instead of the projects below
/// <c>sdks/</c>, and leaves the lock files of the default build alone.
/// </summary>
public sealed class OfficialSdkBuildTests
{
    [Theory]
    [InlineData("infra", "Pulumi", "Pulumi.AzureNative", "Pulumi.AzureAD")]
    [InlineData("sdks/deeplake", "Pulumi")]
    public async Task The_program_takes_the_official_packages(string project, params string[] packages)
    {
        using var evaluated = await EvaluateAsync(project);

        Assert.Superset(packages.ToHashSet(), Items(evaluated, "PackageReference").ToHashSet());
        Assert.DoesNotContain(Items(evaluated, "ProjectReference"), reference => !reference.EndsWith("Pulumi.DeepLake.csproj", StringComparison.Ordinal));
        Assert.StartsWith("obj/", evaluated.RootElement.GetProperty("Properties").GetProperty("NuGetLockFilePath").GetString());
    }

    private static IEnumerable<string> Items(JsonDocument evaluated, string kind) =>
        evaluated.RootElement.GetProperty("Items").GetProperty(kind).EnumerateArray().Select(item => item.GetProperty("Identity").GetString() ?? "");

    private static async Task<JsonDocument> EvaluateAsync(string project)
    {
        var start = new ProcessStartInfo(
            Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet",
            ["msbuild", project, "-nologo", "-p:PulumiSdk=nuget", "-getItem:PackageReference", "-getItem:ProjectReference", "-getProperty:NuGetLockFilePath"])
        {
            WorkingDirectory = RepositoryFolder.Path,
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start) ?? throw new InvalidOperationException("dotnet cannot be started.");
        return JsonDocument.Parse(await process.StandardOutput.ReadToEndAsync());
    }
}
