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
    public IStackOutputsReader StackOutputs =>
        new BackendStackOutputsReader(Backend, new SecretsManagers(passphrases, RandomNumberGenerator.Create()), Project.Name);

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
    public Task<StackStore> OpenAnyStackAsync(CancellationToken cancellationToken) => OpenAsync(newPassphrase: null, cancellationToken);

    /// <summary>Opens the stack to work on to give it another passphrase.</summary>
    public Task<StackStore> OpenStackForPassphraseAsync(string newPassphrase, CancellationToken cancellationToken) => OpenAsync(newPassphrase, cancellationToken);

    /// <summary>The document of a stack: the configuration key <c>document</c>, else <c>stacks/&lt;stack&gt;.yaml</c>.</summary>
    public string DocumentPath(StackStore store)
    {
        var name = store.Settings.Config.GetValueOrDefault(new ConfigKey(Project.Name, "document")) is ConfigValue.Plain { Text: { Length: > 0 } text }
            ? text
            : $"stacks/{store.Stack.Stack}.yaml";
        return Path.GetFullPath(name, Project.RootDirectory);
    }

    private async Task<StackStore> OpenAsync(string? newPassphrase, CancellationToken cancellationToken) => await StackStore.OpenAsync(
        new StackStoreOptions
        {
            Project = Project,
            Stack = await CurrentStackAsync(cancellationToken),
            Backend = Backend,
            Passphrases = passphrases,
            NewPassphrase = newPassphrase,
            Random = RandomNumberGenerator.Create(),
            Time = context.Host.Time,
        },
        cancellationToken);

    private string? Variable(string name) => context.Host.Environment(name);
}
