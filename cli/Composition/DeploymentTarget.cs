using Provisioning.Cli.Sandboxes;
using Provisioning.Sandbox;

namespace Provisioning.Cli.Composition;

/// <summary>Where a stack is deployed: a cloud as the process's environment describes it, or a sandbox.</summary>
internal sealed class DeploymentTarget : IDisposable
{
    private DeploymentTarget(HttpMessageHandler handler, Func<string, string?> environment, SandboxConnection? sandbox)
    {
        Handler = handler;
        Environment = environment;
        Sandbox = sandbox;
    }

    /// <summary>Sends the providers' requests and decides whom to trust.</summary>
    public HttpMessageHandler Handler { get; }

    /// <summary>The variables that providers see.</summary>
    public Func<string, string?> Environment { get; }

    /// <summary>The sandbox's endpoints; null for a real cloud.</summary>
    public SandboxConnection? Sandbox { get; }

    /// <summary>Opens the target of a stack.</summary>
    /// <param name="sandbox">The command's sandbox, which ends with the command.</param>
    /// <param name="usesSandbox">Deploy to the project's sandbox, not to a cloud.</param>
    /// <param name="projectDirectory">The folder of Pulumi.yaml.</param>
    /// <param name="environment">The process's variables.</param>
    /// <param name="cancellationToken">Stops the start of a sandbox.</param>
    public static async Task<DeploymentTarget> OpenAsync(
        SharedSandbox sandbox, bool usesSandbox, string projectDirectory, Func<string, string?> environment, CancellationToken cancellationToken)
    {
        CertificateAuthorities.ReadAhead();
        if (!usesSandbox)
            return new DeploymentTarget(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) }, environment, null);

        var options = new SandboxOptions { StateDirectory = SandboxSession.StateDirectory(projectDirectory) };
        var session = await sandbox.OpenAsync(options, cancellationToken);
        return new DeploymentTarget(
            SandboxTransport.Create(session.Connection), SandboxEnvironment.Over(session.Connection, environment), session.Connection);
    }

    /// <summary>Closes connections.</summary>
    public void Dispose() => Handler.Dispose();
}
