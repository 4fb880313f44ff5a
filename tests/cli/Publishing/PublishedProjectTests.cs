using Provisioning.Cli.Publishing;
using Provisioning.Engine.Projects;

namespace Provisioning.Cli.Tests.Publishing;

public sealed class PublishedProjectTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("published-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Folder_HasAllThatBothCommandLinesNeedBesidesTheExecutables()
    {
        Write("Pulumi.yaml", "name: shop\nruntime: dotnet\nmain: infra\n");
        Write("Pulumi.dev.yaml", "config: {}\n");
        Write("stacks/dev.yaml", "version: 1\n");
        Write("infra/Program.cs", "");
        var output = Path.Combine(folder.FullName, "out");

        await PublishedProject.WriteAsync(await ProjectReader.FindAsync(folder.FullName, default), output, default);

        Assert.Equal(
            ["Pulumi.dev.yaml", "Pulumi.yaml", "provision", "provision.cmd", "stacks/dev.yaml"],
            Directory.EnumerateFiles(output, "*", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(output, file).Replace('\\', '/'))
                .Order(StringComparer.Ordinal));
        var project = await ProjectReader.FindAsync(output, default);
        Assert.Equal("bin/Provisioning.Infra", project.Runtime.Options["binary"]);
        Assert.Equal(new PluginDeclaration("deeplake", "./bin", ""), Assert.Single(project.ProviderPlugins));
    }

    [Fact]
    public async Task Folder_CanBeMadeAgain()
    {
        Write("Pulumi.yaml", "name: shop\nruntime: dotnet\n");
        Write("Pulumi.dev.yaml", "config: {}\n");
        var output = Path.Combine(folder.FullName, "out");
        var project = await ProjectReader.FindAsync(folder.FullName, default);
        await PublishedProject.WriteAsync(project, output, default);
        Write("Pulumi.dev.yaml", "config: { shop:a: b }\n");

        await PublishedProject.WriteAsync(project, output, default);

        Assert.Contains("shop:a", await File.ReadAllTextAsync(Path.Combine(output, "Pulumi.dev.yaml")), StringComparison.Ordinal);
    }

    private void Write(string file, string text)
    {
        var path = Path.Combine(folder.FullName, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path) ?? "");
        File.WriteAllText(path, text);
    }
}
