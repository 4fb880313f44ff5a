using System.Collections.Immutable;
using Provisioning.Engine.Plugins;
using Provisioning.Engine.Projects;
using Provisioning.Engine.Providers;

namespace Provisioning.Engine.Tests.Plugins;

/// <summary>Where plugins are looked for, in this order: the project, PATH, the official SDK, what is installed.</summary>
public sealed class PluginLocatorTests : IDisposable
{
    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("plugins-");
    private readonly Dictionary<string, string> variables = new(StringComparer.Ordinal);

    public PluginLocatorTests()
    {
        variables["PULUMI_HOME"] = PathOf("home");
        variables["PATH"] = string.Join(Path.PathSeparator, PathOf("tools"), PathOf("bin"));
    }

    [Fact]
    public async Task Project_WinsOverPath_WhichWinsOverWhatIsInstalled()
    {
        AddExecutable("home/plugins/resource-cloud-v1.0.0");
        Assert.Equal(Executable("home/plugins/resource-cloud-v1.0.0"), await FindAsync());

        AddExecutable("bin");
        Assert.Equal(Executable("bin"), await FindAsync());

        AddExecutable("local");
        Assert.Equal(Executable("local"), await FindAsync(new Project
        {
            Path = PathOf("Pulumi.yaml"),
            Name = "shop",
            Packages = ImmutableSortedDictionary<string, PackageDeclaration>.Empty.Add("cloud", new PackageDeclaration("./local", "", [], "")),
        }));

        AddExecutable("declared");
        Assert.Equal(Executable("declared"), await FindAsync(Declaring("")));
    }

    [Fact]
    public async Task Path_CanBeLeftOut()
    {
        AddExecutable("bin");
        AddExecutable("home/plugins/resource-cloud-v1.0.0");
        variables["PULUMI_IGNORE_AMBIENT_PLUGINS"] = "true";

        Assert.Equal(Executable("home/plugins/resource-cloud-v1.0.0"), await FindAsync());
    }

    [Theory]
    [InlineData("", "2.0.0", "declared")]
    [InlineData("2.0.0", "2.0.0", "declared")]
    [InlineData("v2.0.0", "2.0.0", "declared")]
    [InlineData("2.0.0", null, "declared")]
    [InlineData("1.0.0", "2.0.0", "bin")]
    public async Task Declaration_CountsWhenItsVersionDoesNotContradict(string declared, string? wanted, string folder)
    {
        AddExecutable("declared");
        AddExecutable("bin");

        Assert.Equal(Executable(folder), await FindAsync(Declaring(declared), wanted));
    }

    [Theory]
    [InlineData("1.10.0", "resource-cloud-v1.10.0")]
    [InlineData("1.2.0", "resource-cloud-v1.2.0")]
    [InlineData(null, "resource-cloud-v1.10.0")]
    [InlineData("3.0.0", "resource-cloud")]
    public async Task Installed_IsTheVersionThatIsWanted_ElseTheNewestThatIsReleased(string? wanted, string folder)
    {
        foreach (var installed in (string[])["resource-cloud-v1.2.0", "resource-cloud-v1.10.0", "resource-cloud-v2.0.0-beta.1", "resource-cloud"])
            AddExecutable($"home/plugins/{installed}");

        Assert.Equal(Executable($"home/plugins/{folder}"), await FindAsync(version: wanted));
    }

    [Fact]
    public async Task Nodejs_IsRunByTheOfficialRunnerOfPlugins()
    {
        Directory.CreateDirectory(PathOf("node_modules/@pulumi/pulumi"));
        Directory.CreateDirectory(PathOf("declared"));
        File.WriteAllText(PathOf("declared/PulumiPlugin.yaml"), "runtime: nodejs\n");

        var command = await LocateAsync(Declaring(""), "cloud", null);

        Assert.Equal("node", command.File);
        Assert.Equal<string>([PathOf("node_modules/@pulumi/pulumi/cmd/run-plugin"), PathOf("declared")], command.Arguments);
    }

    [Theory]
    [InlineData("provider.dll", "dotnet")]
    [InlineData("provider", null)]
    public async Task Dotnet_RunsThePrebuiltFileThatItsOptionsName(string binary, string? host)
    {
        Directory.CreateDirectory(PathOf("declared"));
        File.WriteAllText(PathOf("declared/PulumiPlugin.yaml"), $"runtime:\n  name: dotnet\n  options:\n    binary: {binary}\n");

        var command = await LocateAsync(Declaring(""), "cloud", null);

        Assert.Equal<string>(host is null ? [PathOf($"declared/{binary}")] : [host, PathOf($"declared/{binary}")], command.Arguments.Insert(0, command.File));
    }

    [Fact]
    public async Task DynamicResources_AreServedByTheSdkOfTheProgram()
    {
        Directory.CreateDirectory(PathOf("node_modules/@pulumi/pulumi"));

        var command = await LocateAsync(Bare(), "pulumi-nodejs", null);

        Assert.Equal<string>([PathOf("node_modules/@pulumi/pulumi/cmd/dynamic-provider")], command.Arguments);
    }

    [Theory]
    [InlineData("runtime: python\n", "plugins of the runtime 'python' cannot be run")]
    [InlineData("runtime: nodejs\n", "needs the package @pulumi/pulumi; run 'npm install'")]
    [InlineData("runtime: [\n", "PulumiPlugin.yaml:")]
    [InlineData(null, "has neither pulumi-resource-cloud nor PulumiPlugin.yaml")]
    public async Task Folder_ThatCannotBeRun_IsRefusedWithTheReason(string? manifest, string reason)
    {
        Directory.CreateDirectory(PathOf("declared"));
        if (manifest is not null)
            File.WriteAllText(PathOf("declared/PulumiPlugin.yaml"), manifest);

        var refusal = await Assert.ThrowsAsync<ProviderNotFoundException>(() => LocateAsync(Declaring(""), "cloud", null));

        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cloud", "1.0.0", "run 'pulumi plugin install resource cloud v1.0.0'")]
    [InlineData("cloud", null, "run 'pulumi plugin install resource cloud'")]
    [InlineData("pulumi-nodejs", null, "run 'npm install'")]
    public async Task Plugin_ThatIsNowhere_IsRefusedWithWhatToDo(string name, string? version, string advice)
    {
        var refusal = await Assert.ThrowsAsync<ProviderNotFoundException>(() => LocateAsync(Bare(), name, version));

        Assert.Contains(advice, refusal.Message, StringComparison.Ordinal);
    }

    public void Dispose() => root.Delete(recursive: true);

    private Project Bare() => new() { Path = PathOf("Pulumi.yaml"), Name = "shop" };

    private Project Declaring(string version) => Bare() with { ProviderPlugins = [new PluginDeclaration("cloud", "./declared", version)] };

    private async Task<string> FindAsync(Project? project = null, string? version = null) =>
        (await LocateAsync(project ?? Bare(), "cloud", version)).File;

    private Task<PluginCommand> LocateAsync(Project project, string name, string? version) =>
        new PluginLocator(project, variables.GetValueOrDefault).FindAsync(name, version, default);

    private void AddExecutable(string folder)
    {
        Directory.CreateDirectory(PathOf(folder));
        File.WriteAllText(Executable(folder), "");
    }

    private string Executable(string folder) =>
        Path.Combine(PathOf(folder), OperatingSystem.IsWindows() ? "pulumi-resource-cloud.exe" : "pulumi-resource-cloud");

    private string PathOf(string path) => Path.Combine([root.FullName, .. path.Split('/')]);
}
