namespace Pulumi.Hosting;

/// <summary>The engine that hosts a program in its own process.</summary>
/// <param name="Settings">What the program runs with.</param>
/// <param name="CancellationToken">Ends the deployment.</param>
internal sealed record EmbeddedHost(DeploymentSettings Settings, CancellationToken CancellationToken);
