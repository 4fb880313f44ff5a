using System.Runtime.CompilerServices;
using Provisioning.Cli;
using Provisioning.Cli.Commands;
using Provisioning.Cli.Terminals;
using Provisioning.Sandbox;
using Provisioning.Sandbox.Faults;

namespace Provisioning.EndToEnd.Tests.Harness;

/// <summary>
/// A copy of this repository's project in a folder of its own, with a sandbox that runs on it, so that commands attach
/// to it. Commands run in this process, without a terminal, and on a clock that makes waits short,
/// unless a <see cref="BuiltProgram"/> takes their place.
/// </summary>
internal sealed class TestProject : IAsyncDisposable
{
    /// <summary>Where the stack documents of the scenarios are, below the project's folder.</summary>
    public const string ScenarioFolder = "stacks/scenarios";

    private readonly DirectoryInfo _folder;
    private readonly TimeProvider _time;

    private TestProject(DirectoryInfo folder, SandboxHost? sandbox, TimeProvider? time = null)
    {
        _folder = folder;
        _time = time ?? new HurriedTime();
        RunningSandbox = sandbox;
    }

    /// <summary>The folder of Pulumi.yaml.</summary>
    public string Folder => _folder.FullName;

    /// <summary>The sandbox that runs on the project.</summary>
    public SandboxHost Sandbox => RunningSandbox ?? throw new InvalidOperationException("The project was opened without a sandbox.");

    /// <summary>The state of the stack <c>local</c>.</summary>
    public string StateFile => PathOf(".pulumi/stacks/provisioning/local.json");

    private SandboxHost? RunningSandbox { get; }

    /// <summary>Copies the project and starts its sandbox.</summary>
    /// <param name="delays">How long the sandbox takes for what takes time in Azure; nothing unless given.</param>
    /// <param name="time">The clock of commands; a hurried one unless given.</param>
    /// <param name="seed">The seed of the sandbox's ids and of the dice of its faults.</param>
    public static async Task<TestProject> WithSandboxAsync(SandboxDelays? delays = null, TimeProvider? time = null, int seed = 1)
    {
        var folder = CopyProject();
        var sandbox = await SandboxHost.StartAsync(
            new SandboxOptions
            {
                StateDirectory = Path.Combine(folder.FullName, ".sandbox"),
                Delays = delays ?? SandboxDelays.None,
                Seed = seed,
            },
            CancellationToken.None);
        return new TestProject(folder, sandbox, time);
    }

    /// <summary>The names of the repository's scenarios.</summary>
    public static IEnumerable<string> Scenarios =>
        Directory.EnumerateFiles(RepositoryFile(ScenarioFolder), "*.yaml").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal);

    /// <summary>A file or folder of the repository that the tests were compiled from.</summary>
    public static string RepositoryFile(string relative) => Path.Combine(RepositoryRoot(), relative);

    /// <summary>Copies the project; a sandbox starts only when a command starts one.</summary>
    public static TestProject WithoutSandbox() => new(CopyProject(), null);

    /// <summary>An empty folder, for a project that a test writes itself.</summary>
    public static TestProject Empty() => new(Directory.CreateTempSubdirectory("project-"), null);

    /// <summary>Writes a file of the project.</summary>
    public void Write(string file, string text) => File.WriteAllText(PathOf(file), text);

    /// <summary>A file or folder of the project.</summary>
    public string PathOf(string relative) => Path.Combine(Folder, relative);

    /// <summary>Runs a command as a pipeline would: without a terminal and without anybody to ask.</summary>
    public Task<CommandResult> RunAsync(params string[] arguments) => RunAsync(new CommandSetting(), arguments);

    /// <summary>Runs a command in a given setting.</summary>
    public async Task<CommandResult> RunAsync(CommandSetting setting, params string[] arguments)
    {
        if (BuiltProgram.Named is { } program)
        {
            var environment = setting.Environment.ContainsKey("PULUMI_HOME") ? setting.Environment : setting.Environment.Add("PULUMI_HOME", PathOf(".home"));
            return await program.RunAsync(Folder, environment, setting.OnLine, arguments);
        }

        using var interrupts = new Interrupts();
        await using var output = new WatchedWriter(line => setting.OnLine(line, interrupts));
        await using var error = new WatchedWriter(line => setting.OnLine(line, interrupts));
        var host = new CommandHost
        {
            Environment = name => setting.Environment.GetValueOrDefault(name) ?? (name == "PULUMI_HOME" ? PathOf(".home") : null),
            WorkingDirectory = Folder,
            Time = _time,
            Interrupts = interrupts,
            Terminal = _ => Terminal.Create(TextReader.Null, output, error, interactive: false, ansi: false, width: null),
        };
        var exit = (ExitCode)await CommandLine.RunAsync(arguments, host, interrupts.Stop);
        return new CommandResult(exit, output.ToString(), error.ToString());
    }

    /// <summary>Deploys the stack <c>local</c>; the test ends when that fails.</summary>
    public async Task<CommandResult> UpAsync() => (await RunAsync("up", "--yes", "--skip-preview")).Succeeded();

    /// <summary>Replaces a part of <c>stacks/local.yaml</c>, which must be there once.</summary>
    public void Edit(string part, string replacement) => Edit("stacks/local.yaml", part, replacement);

    /// <summary>Replaces a part of a file, which must be there once.</summary>
    public void Edit(string file, string part, string replacement)
    {
        var text = File.ReadAllText(PathOf(file));
        Assert.Equal(2, text.Split(part).Length);
        File.WriteAllText(PathOf(file), text.Replace(part, replacement, StringComparison.Ordinal));
    }

    /// <summary>Makes the document of a scenario that of the stack <c>local</c>.</summary>
    public async Task ChooseAsync(string scenario) => (await RunAsync("config", "set", "document", $"{ScenarioFolder}/{scenario}.yaml")).Succeeded();

    /// <summary>What the state file holds.</summary>
    public StoredState ReadState() => StoredState.Read(StateFile);

    /// <summary>Starts to look at what the sandbox is asked from now on.</summary>
    public SandboxTraffic Traffic() => new(Sandbox);

    /// <summary>Lets requests to the sandbox go wrong.</summary>
    public void Fail(params FaultRule[] rules) => Sandbox.SetFaults(rules);

    public async ValueTask DisposeAsync()
    {
        if (RunningSandbox is not null)
            await RunningSandbox.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private static DirectoryInfo CopyProject()
    {
        var folder = Directory.CreateTempSubdirectory("provisioning-");
        var repository = RepositoryRoot();
        foreach (var file in Directory.EnumerateFiles(repository, "Pulumi*.yaml"))
            File.Copy(file, Path.Combine(folder.FullName, Path.GetFileName(file)));
        foreach (var documents in new[] { "stacks", ScenarioFolder })
        {
            Directory.CreateDirectory(Path.Combine(folder.FullName, documents));
            foreach (var file in Directory.EnumerateFiles(Path.Combine(repository, documents), "*.yaml"))
                File.Copy(file, Path.Combine(folder.FullName, documents, Path.GetFileName(file)));
        }

        return folder;
    }

    private static string RepositoryRoot([CallerFilePath] string source = "") =>
        Path.GetFullPath("../../..", Path.GetDirectoryName(source) ?? throw new InvalidOperationException("The source file has no folder."));
}
