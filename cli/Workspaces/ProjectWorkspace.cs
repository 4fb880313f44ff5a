using System.Security.Cryptography;
using Provisioning.Cli.Commands;
using Provisioning.Engine.Backends;
using Provisioning.Engine.Operations;
using Provisioning.Engine.Projects;
using Provisioning.Engine.Secrets;

namespace Provisioning.Cli.Workspaces;

/// <summary>The project that a command works in, with the backend that keeps its stacks.</summary>
internal sealed class ProjectWorkspace
{
    /// <summary>The stack that a command works on when none is named or selected.</summary>
    public const string DefaultStack = "local";

    private readonly CommandContext context;
    private readonly EnvironmentPassphraseSource passphrases;

    private ProjectWorkspace(CommandContext context, Project project, IStateBackend backend, string backendUrl)
    {
        this.context = context;
        Project = project;
        Backend = backend;
        passphrases = new EnvironmentPassphraseSource(Variable);
        Selected = new SelectedStack(project, backendUrl, Variable);
    }

    /// <summary>The project.</summary>
    public Project Project { get; }

    /// <summary>Where states are kept.</summary>
    public IStateBackend Backend { get; }

    /// <summary>The stack the user selected.</summary>
    public SelectedStack Selected { get; }

    /// <summary>Where stack references of programs find their outputs.</summary>
    /// <param name="stack">The stack that is deployed: keys of secrets are asked for as it is deployed.</param>
    public IStackOutputsReader StackOutputs(StackReference stack) =>
        new BackendStackOutputsReader(Backend, new SecretsManagers(passphrases, RandomNumberGenerator.Create()) { Keepers = Keepers(stack) }, Project.Name);

    /// <summary>Finds the project of the folder that the command works in.</summary>
    /// <exception cref="ProjectException">There is none, or it cannot be used.</exception>
    public static async Task<ProjectWorkspace> OpenAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var project = await ProjectReader.FindAsync(context.Settings.Directory, cancellationToken);
        var location = new BackendLocation(name => context.Host.Environment(name), context.Settings.Directory) { Openers = ObjectStores.Openers };
        var url = location.Resolve(project);
        return new ProjectWorkspace(context, project, location.Open(url, LockHolder.Current, context.Host.Time), url);
    }

    /// <summary>The name of the stack to work on: the one named, else the selected one, else <see cref="DefaultStack"/>.</summary>
    public async Task<StackReference> CurrentStackAsync(CancellationToken cancellationToken) =>
        StackReference.Parse(context.Settings.Stack ?? await Selected.GetAsync(cancellationToken) ?? DefaultStack, Project.Name);

    /// <summary>Opens the stack to work on, which must exist.</summary>
    public async Task<StackStore> OpenStackAsync(CancellationToken cancellationToken)
    {
        var store = await OpenAnyStackAsync(cancellationToken);
        return await store.ExistsAsync(cancellationToken) ? store : throw new StackNotFoundException(store.Stack, Backend.Url);
    }

    /// <summary>
    /// Opens the stack to deploy, which need not exist when the project has a document or settings for it: a misspelt name
    /// must not become a new environment.
    /// </summary>
    public async Task<StackStore> OpenDescribedStackAsync(CancellationToken cancellationToken)
    {
        var store = await OpenAnyStackAsync(cancellationToken);
        return IsDescribed(store) || await store.ExistsAsync(cancellationToken) ? store : throw new StackNotFoundException(store.Stack, Backend.Url);
    }

    /// <summary>Whether the project has a document or settings for a stack.</summary>
    public bool IsDescribed(StackStore store) =>
        File.Exists(DocumentPath(store)) || File.Exists(Project.StackSettingsPath(store.Stack.Stack));

    /// <summary>Opens the stack to work on, whether or not it exists.</summary>
    public Task<StackStore> OpenAnyStackAsync(CancellationToken cancellationToken) => OpenAsync(newSecrets: null, cancellationToken);

    /// <summary>Opens the stack to work on to encrypt its secrets with something else.</summary>
    public Task<StackStore> OpenStackForSecretsAsync(SecretsChoice newSecrets, CancellationToken cancellationToken) => OpenAsync(newSecrets, cancellationToken);

    /// <summary>The passphrase that the environment gives; null when there is none.</summary>
    public ValueTask<string?> PassphraseAsync(CancellationToken cancellationToken) => passphrases.GetAsync(cancellationToken);

    /// <summary>The document of a stack: the configuration key <c>document</c>, else <c>stacks/&lt;stack&gt;.yaml</c>.</summary>
    public string DocumentPath(StackStore store) => DocumentPath(Project, store.Stack, store.Settings);

    /// <summary>The same, from the settings of a stack.</summary>
    public static string DocumentPath(Project project, StackReference stack, StackSettings settings)
    {
        var name = settings.Config.GetValueOrDefault(new ConfigKey(project.Name, "document")) is ConfigValue.Plain { Text: { Length: > 0 } text }
            ? text
            : $"stacks/{stack.Stack}.yaml";
        return Path.GetFullPath(name, project.RootDirectory);
    }

    private async Task<StackStore> OpenAsync(SecretsChoice? newSecrets, CancellationToken cancellationToken)
    {
        var stack = await CurrentStackAsync(cancellationToken);
        var options = new StackStoreOptions
        {
            Project = Project,
            Stack = stack,
            Backend = Backend,
            Passphrases = passphrases,
            Keepers = Keepers(stack),
            NewSecrets = newSecrets,
            Random = RandomNumberGenerator.Create(),
            Time = context.Host.Time,
        };
        return await StackStore.OpenAsync(options, cancellationToken);
    }

    private SecretsKeepers Keepers(StackReference stack) => VaultKeys.Of(context, Project, stack);

    private string? Variable(string name) => context.Host.Environment(name);
}
