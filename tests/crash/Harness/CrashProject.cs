using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Provisioning.Cli;
using Provisioning.Cli.Commands;
using Provisioning.Cli.Terminals;
using Provisioning.Sandbox;

namespace Provisioning.Crash.Tests.Harness;

/// <summary>
/// A project in a folder of its own, with a sandbox in this process that survives the processes that deploy to it.
/// </summary>
internal sealed class CrashProject : IAsyncDisposable
{
    /// <summary>Deploys, without a preview.</summary>
    public static readonly ImmutableArray<string> Up = ["up", "--yes", "--skip-preview"];

    /// <summary>Deletes everything.</summary>
    public static readonly ImmutableArray<string> Destroy = ["destroy", "--yes", "--skip-preview"];

    private readonly DirectoryInfo _folder;

    private CrashProject(DirectoryInfo folder, SandboxHost sandbox)
    {
        _folder = folder;
        Sandbox = sandbox;
    }

    /// <summary>The folder of Pulumi.yaml.</summary>
    public string Folder => _folder.FullName;

    /// <summary>The cloud.</summary>
    public SandboxHost Sandbox { get; }

    /// <summary>The checkpoint.</summary>
    public string StateFile => PathOf(".pulumi/stacks/crash/local.json");

    /// <summary>The journal.</summary>
    public string JournalFile => PathOf(".pulumi/stacks/crash/local.journal");

    /// <summary>What the cloud holds now.</summary>
    public World World => World.Of(Sandbox);

    /// <summary>What the state holds now, as lines that two runs of the same deployment share.</summary>
    public IReadOnlyList<string> State
    {
        get
        {
            var stable = new StableText(World.Names);
            return [.. Resources("resources").Select(stable.Of).Order(StringComparer.Ordinal)];
        }
    }

    /// <summary>The operations that the state does not know the end of.</summary>
    public IReadOnlyList<JsonElement> PendingOperations => Resources("pending_operations");

    /// <summary>What a command that has ended must not leave: a journal, a lock, a file that was being written.</summary>
    public IReadOnlyList<string> Leftovers =>
    [
        .. Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Folder, file))
            .Where(file => !file.StartsWith(".sandbox", StringComparison.Ordinal))
            .Where(file => file.EndsWith(".journal", StringComparison.Ordinal) || file.EndsWith(".tmp", StringComparison.Ordinal) || file.Contains("/locks/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Makes a project without a stack, and starts its sandbox.</summary>
    public static async Task<CrashProject> StartAsync(SandboxDelays? delays = null)
    {
        var folder = Directory.CreateTempSubdirectory("crash-");
        var sandbox = await SandboxHost.StartAsync(
            new SandboxOptions { StateDirectory = Path.Combine(folder.FullName, ".sandbox"), Delays = delays ?? SandboxDelays.None, Seed = 1 },
            CancellationToken.None);
        var project = new CrashProject(folder, sandbox);
        Directory.CreateDirectory(project.PathOf("stacks"));
        await File.WriteAllTextAsync(project.PathOf("Pulumi.yaml"), "name: crash\nruntime: dotnet\nmain: infra\n");
        await File.WriteAllTextAsync(project.PathOf("Pulumi.local.yaml"), "config: {}\n");
        project.Declare("first");
        return project;
    }

    /// <summary>A file or folder of the project.</summary>
    public string PathOf(string relative) => Path.Combine(Folder, relative);

    /// <summary>Makes one of the documents below <c>tests/crash/stacks</c> that of the stack.</summary>
    public void Declare(string document) => File.Copy(Path.Combine(DocumentFolder(), $"{document}.yaml"), PathOf("stacks/local.yaml"), overwrite: true);

    /// <summary>Makes the document of a part that of the stack; what destroys needs none.</summary>
    public void Declare(Phase phase)
    {
        if (phase.Document is { } document)
            Declare(document);
    }

    /// <summary>Starts a command in a process of its own.</summary>
    public ChildCommand Start(ImmutableArray<string> arguments, Kill? kill = null, string? shell = null) => ChildCommand.Start(Folder, arguments, kill, shell);

    /// <summary>Runs a command in a process of its own, to its end or to where it is killed.</summary>
    public async Task<ChildEnd> RunAsync(ImmutableArray<string> arguments, Kill? kill = null, string? shell = null)
    {
        using var command = Start(arguments, kill, shell);
        return await command.EndAsync();
    }

    /// <summary>Runs a command in this process, which is quicker.</summary>
    public async Task<ChildEnd> RunHereAsync(ImmutableArray<string> arguments, TimeProvider? time = null)
    {
        using var interrupts = new Interrupts();
        await using var output = new StringWriter();
        var host = new CommandHost
        {
            Environment = name => name == "PULUMI_HOME" ? PathOf(".home") : null,
            WorkingDirectory = Folder,
            Time = time ?? TimeProvider.System,
            Interrupts = interrupts,
            Terminal = _ => Terminal.Create(TextReader.Null, TextWriter.Synchronized(output), TextWriter.Synchronized(output), interactive: false, ansi: false, width: null),
        };
        var code = await CommandLine.RunAsync([.. arguments], host, interrupts.Stop);
        return new ChildEnd(code, output.ToString(), []);
    }

    /// <summary>How many requests for a change the cloud got so far.</summary>
    public long Writes => Sandbox.Requests.Writes;

    public async ValueTask DisposeAsync()
    {
        await Sandbox.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private static string DocumentFolder([CallerFilePath] string source = "") =>
        Path.GetFullPath("../stacks", Path.GetDirectoryName(source) ?? throw new InvalidOperationException("The source file has no folder."));

    private IReadOnlyList<JsonElement> Resources(string member)
    {
        if (!File.Exists(StateFile))
            return [];
        var latest = JsonElement.Parse(File.ReadAllBytes(StateFile)).GetProperty("checkpoint").GetProperty("latest");
        return latest.ValueKind == JsonValueKind.Object && latest.TryGetProperty(member, out var list) && list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray()] : [];
    }
}
