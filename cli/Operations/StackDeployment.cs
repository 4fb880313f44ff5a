using Provisioning.Cli.Commands;
using Provisioning.Cli.Composition;
using Provisioning.Cli.Documents;
using Provisioning.Cli.Programs;
using Provisioning.Cli.Workspaces;
using Provisioning.Engine.Backends;
using Provisioning.Engine.Journal;
using Provisioning.Engine.Operations;
using Provisioning.Engine.Plugins;
using Provisioning.Engine.Programs;
using Provisioning.Engine.Projects;
using Provisioning.Engine.State;
using Provisioning.Infra.Model;

namespace Provisioning.Cli.Operations;

/// <summary>A stack that is about to be operated on: its program, its configuration, and where it is deployed to.</summary>
internal sealed class StackDeployment : IDisposable
{
    /// <summary>The configuration by which a program without a stack document asks for the sandbox.</summary>
    public const string SandboxKey = "provisioning:sandbox";

    private readonly CommandContext context;
    private readonly ProjectWorkspace workspace;
    private readonly IProgram program;
    private readonly ProgramConfiguration config;
    private readonly DeploymentTarget target;
    private readonly ProjectProviders providers;

    private StackDeployment(
        CommandContext context, ProjectWorkspace workspace, StackStore store, IProgram program, ProgramConfiguration config, DeploymentTarget target)
    {
        providers = new ProjectProviders(
            target,
            // Processes take the time they take, however a test hurries the clock.
            new PluginProviderLoader(workspace.Project, name => context.Host.Environment(name), TimeProvider.System),
            ProjectProviders.Preferred(config.Values),
            context.Host.Time);
        this.context = context;
        this.workspace = workspace;
        this.program = program;
        this.config = config;
        this.target = target;
        Store = store;
    }

    /// <summary>The stack's state and settings.</summary>
    public StackStore Store { get; }

    /// <summary>Whether the program is the one that reads stack documents.</summary>
    public bool ReadsDocuments => program is EmbeddedProgram;

    /// <summary>Opens the stack that the user works on; its document must be without errors.</summary>
    /// <param name="context">The process around it.</param>
    /// <param name="operation">What is to be done; updates and imports create a stack that is described.</param>
    /// <param name="cancellationToken">Stops the start of a sandbox.</param>
    public static async Task<StackDeployment> OpenAsync(CommandContext context, Operation operation, CancellationToken cancellationToken)
    {
        var workspace = await ProjectWorkspace.OpenAsync(context, cancellationToken);
        var store = operation is Operation.Update or Operation.Import
            ? await workspace.OpenDescribedStackAsync(cancellationToken)
            : await workspace.OpenStackAsync(cancellationToken);
        var documents = new StackDocuments(context);
        var program = ProjectProgram.Of(workspace.Project, documents.Read);
        var document = program is EmbeddedProgram
            ? await documents.LoadAsync(workspace.DocumentPath(store), quietly: true)
            : null;
        var config = await store.ResolveConfigAsync(operation is Operation.Update or Operation.Import, cancellationToken);
        var usesSandbox = document is not null ? document.Cloud == Cloud.Sandbox : config.Values.GetValueOrDefault(SandboxKey) == "true";
        var target = await DeploymentTarget.OpenAsync(
            context.Sandbox, usesSandbox, workspace.Project.RootDirectory, context.Host.Environment, cancellationToken);
        return new StackDeployment(context, workspace, store, program, config, target);
    }

    /// <summary>An operation on the stack, without a receiver of its events.</summary>
    /// <param name="choices">What the user asked for.</param>
    /// <param name="snapshot">The state before.</param>
    /// <param name="journal">Where progress is made durable.</param>
    /// <param name="dryRun">Only say what would be done.</param>
    public OperationRequest Request(OperationChoices choices, Snapshot snapshot, IJournal journal, bool dryRun) => new()
    {
        Kind = choices.Operation,
        DryRun = dryRun,
        Stack = Store.Stack,
        RootDirectory = workspace.Project.RootDirectory,
        Base = snapshot,
        Config = config.Values,
        ConfigSecretKeys = config.SecretKeys,
        Program = program,
        Providers = providers,
        Events = new EventFanout([]),
        Journal = journal,
        StackOutputs = workspace.StackOutputs(Store.Stack),
        Imports = [.. choices.Imports],
        Options = choices.Options with { Refresh = choices.Options.Refresh || workspace.Project.AlwaysRefresh },
        Abort = context.Host.Interrupts.Abort,
    };

    /// <inheritdoc/>
    public void Dispose() => target.Dispose();
}
