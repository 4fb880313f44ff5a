using Provisioning.Engine.Plugins;
using Provisioning.Engine.Projects;
using Provisioning.Engine.Providers;

namespace Provisioning.Engine.Tests.Plugins;

public sealed class DotnetPluginTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("plugin-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Project_IsBuilt_AndItsAssemblyIsStarted()
    {
        Write("Plugin.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><UseAppHost>false</UseAppHost></PropertyGroup></Project>");
        Write("Program.cs", "System.Console.WriteLine(1234);");

        var command = await DotnetPlugin.ReadAsync(folder.FullName, ProjectRuntime.None, default);

        Assert.Equal("dotnet", command.File);
        Assert.True(File.Exists(Assert.Single(command.Arguments)), "The assembly was not built.");
    }

    [Fact]
    public async Task ProjectThatDoesNotBuild_IsReportedWithTheCompilersWords()
    {
        Write("Plugin.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>");
        Write("Program.cs", "this is no C#");

        var exception = await Assert.ThrowsAsync<ProviderNotFoundException>(() => DotnetPlugin.ReadAsync(folder.FullName, ProjectRuntime.None, default));

        Assert.Contains("CS", exception.Message, StringComparison.Ordinal);
    }

    private void Write(string file, string text) => File.WriteAllText(Path.Combine(folder.FullName, file), text);
}
