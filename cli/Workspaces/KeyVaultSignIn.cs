using Azure.Core.Pipeline;
using Provisioning.Backends.Azure.KeyVault;
using Provisioning.Cli.Commands;
using Provisioning.Cli.Operations;
using Provisioning.Cli.Programs;
using Provisioning.Cli.Sandboxes;
using Provisioning.Engine.Backends;
using Provisioning.Engine.Projects;
using Provisioning.Engine.Secrets;
using Provisioning.Infra.Model;
using Provisioning.Providers.Azure;
using Provisioning.Sandbox;

namespace Provisioning.Cli.Workspaces;

/// <summary>
/// Signs in for the vault of a stack's secrets as its deployments do, but by what is not encrypted: variables, and settings in plain. The
/// vault of a stack that is deployed to the sandbox is the sandbox's.
/// </summary>
/// <param name="context">The process around it.</param>
/// <param name="project">The project.</param>
/// <param name="stack">The stack.</param>
internal sealed class KeyVaultSignIn(CommandContext context, Project project, StackReference stack)
{
    /// <summary>Signs in.</summary>
    /// <exception cref="SecretsException">The cloud of the stack cannot be told.</exception>
    public async Task<KeyVaultConnection> ConnectAsync(CancellationToken cancellationToken)
    {
        var settings = (await StackSettingsFile.LoadAsync(project, stack.Stack, cancellationToken)).Settings;
        var config = ConfigResolver.WithDefaults(project, settings)
            .Where(entry => entry.Value is ConfigValue.Plain)
            .ToDictionary(entry => entry.Key.ToString(), entry => ((ConfigValue.Plain)entry.Value).Text);
        var (handler, environment) = UsesSandbox(settings, config) ? await SandboxAsync(cancellationToken) : (new SocketsHttpHandler(), context.Host.Environment);
        var credential = await AzureCredential.FindAsync(handler, environment, config, cancellationToken);
        return new KeyVaultConnection(credential, new HttpClientTransport(handler));
    }

    private async Task<(HttpMessageHandler Handler, Func<string, string?> Environment)> SandboxAsync(CancellationToken cancellationToken)
    {
        var options = new SandboxOptions { StateDirectory = SandboxSession.StateDirectory(project.RootDirectory) };
        var session = await context.Sandbox.OpenAsync(options, cancellationToken);
        return (
            new SandboxVaultHandler(session.Connection.Vault, SandboxTransport.Create(session.Connection)),
            SandboxEnvironment.Over(session.Connection, context.Host.Environment));
    }

    private bool UsesSandbox(StackSettings settings, Dictionary<string, string> config)
    {
        if (!ProjectProgram.ReadsDocuments(project))
            return config.GetValueOrDefault(StackDeployment.SandboxKey) == "true";

        var path = ProjectWorkspace.DocumentPath(project, stack, settings);
        if (!File.Exists(path))
            return false;
        return new StackDocumentLoader(context.Host.Time).Load(path).Document is { } document
            ? document.Cloud == Cloud.Sandbox
            : throw new SecretsException(
                SecretsRefusal.UnusableProvider, $"The document of '{stack.Stack}' has errors, so it does not say in which cloud the vault of its secrets is; 'validate' lists them.");
    }
}
