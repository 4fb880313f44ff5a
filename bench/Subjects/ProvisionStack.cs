using System.Collections.Immutable;
using System.Text.Json;
using Provisioning.Bench.Measuring;
using Provisioning.Sandbox;
using Provisioning.Sandbox.Requests;

namespace Provisioning.Bench.Subjects;

/// <summary>A stack of ours, deployed to a sandbox in this process, so that the sandbox's time and memory are not the command's.</summary>
internal sealed class ProvisionStack : ISubject
{
    private readonly string program;
    private readonly DirectoryInfo folder;
    private readonly SandboxHost sandbox;

    private ProvisionStack(string program, DirectoryInfo folder, SandboxHost sandbox)
    {
        this.program = program;
        this.folder = folder;
        this.sandbox = sandbox;
    }

    /// <inheritdoc/>
    public string StatePart => "/.pulumi/";

    /// <inheritdoc/>
    public int ResourceCount => State().GetProperty("checkpoint").GetProperty("latest").GetProperty("resources").GetArrayLength();

    /// <summary>What the sandbox has been asked.</summary>
    public IRequestLog Requests => sandbox.Requests;

    /// <summary>Writes a project and starts its sandbox.</summary>
    /// <param name="build">The command line.</param>
    /// <param name="repository">The repository's root.</param>
    /// <param name="document">The document.</param>
    /// <param name="options">Changes how the sandbox behaves.</param>
    /// <param name="cancellationToken">Stops starting.</param>
    public static async Task<ProvisionStack> CreateAsync(
        ProvisionBuild build, string repository, string document, Func<SandboxOptions, SandboxOptions> options, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("bench-provision-");
        File.Copy(Path.Combine(repository, "Pulumi.yaml"), Path.Combine(folder.FullName, "Pulumi.yaml"));
        await File.WriteAllTextAsync(Path.Combine(folder.CreateSubdirectory("stacks").FullName, "local.yaml"), document, cancellationToken);
        var sandbox = await SandboxHost.StartAsync(
            options(new SandboxOptions { StateDirectory = Path.Combine(folder.FullName, ".sandbox"), Delays = SandboxDelays.None, Seed = 1 }), cancellationToken);
        return new ProvisionStack(build.Program, folder, sandbox);
    }

    /// <summary>The state that the last command left.</summary>
    public JsonElement State() => JsonElement.Parse(File.ReadAllBytes(Path.Combine(folder.FullName, ".pulumi", "stacks", "provisioning", "local.json")));

    /// <inheritdoc/>
    public MeasuredCommand CommandOf(Step step) => step switch
    {
        Step.Up or Step.UpAgain => Provision("up", "--yes", "--skip-preview"),
        Step.Preview => Provision("preview"),
        Step.Refresh => Provision("refresh", "--yes", "--skip-preview"),
        Step.Destroy => Provision("destroy", "--yes", "--skip-preview"),
        _ => throw new ArgumentOutOfRangeException(nameof(step), step, "Unknown step."),
    };

    /// <summary>A command on the stack.</summary>
    public MeasuredCommand Provision(params ImmutableArray<string> arguments) => new(program, arguments, folder.FullName);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await sandbox.DisposeAsync();
        folder.Delete(recursive: true);
    }
}
