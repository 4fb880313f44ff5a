using System.Collections.Immutable;
using Provisioning.Cli.Programs;
using Provisioning.Engine.Programs;
using Provisioning.Engine.Projects;

namespace Provisioning.Cli.Tests.Programs;

public sealed class ProjectProgramTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("project-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void ProjectWithoutProgram_RunsOurs() =>
        Assert.IsType<EmbeddedProgram>(Of(Project("dotnet", main: "infra")));

    [Fact]
    public void ProjectWithOurProgram_RunsItInThisProcess()
    {
        Write("infra/Provisioning.Infra.csproj");

        Assert.IsType<EmbeddedProgram>(Of(Project("dotnet", main: "infra")));
        Assert.IsType<EmbeddedProgram>(Of(Project("dotnet", main: "infra/Provisioning.Infra.csproj")));
    }

    [Theory]
    [InlineData("bin/Provisioning.Infra")]
    [InlineData("bin/Provisioning.Infra.dll")]
    [InlineData("bin/Provisioning.Infra.exe")]
    public void ProjectWithOurPublishedProgram_RunsItInThisProcess(string binary) =>
        Assert.IsType<EmbeddedProgram>(Of(Project("dotnet", binary: binary)));

    [Fact]
    public void ProjectWithAnotherProgram_RunsItInItsOwnProcess()
    {
        Write("Shop.csproj");

        Assert.IsType<DotnetProgram>(Of(Project("dotnet")));
        Assert.IsType<DotnetProgram>(Of(Project("dotnet", binary: "bin/Shop.dll")));
        Assert.IsType<NodejsProgram>(Of(Project("nodejs")));
    }

    [Fact]
    public void ProjectOfAnotherLanguage_IsRefusedByName()
    {
        var exception = Assert.Throws<ProjectException>(() => Of(Project("python")));

        Assert.Contains("'python'", exception.Message, StringComparison.Ordinal);
    }

    private void Write(string file)
    {
        var path = Path.Combine(folder.FullName, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path) ?? "");
        File.WriteAllText(path, "<Project />");
    }

    private static IProgram Of(Project project) => ProjectProgram.Of(project, path => throw new InvalidOperationException($"'{path}' is read."));

    private Project Project(string runtime, string main = "", string? binary = null)
    {
        var options = ImmutableSortedDictionary<string, string>.Empty;
        return new Project
        {
            Path = Path.Combine(folder.FullName, "Pulumi.yaml"),
            Name = "shop",
            Main = main,
            Runtime = new ProjectRuntime(runtime, binary is null ? options : options.Add("binary", binary)),
        };
    }
}
