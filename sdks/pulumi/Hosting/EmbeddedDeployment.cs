namespace Pulumi.Hosting;

/// <summary>Runs a program inside the process of its engine.</summary>
public static class EmbeddedDeployment
{
    private static readonly AsyncLocal<EmbeddedHost?> Ambient = new();

    /// <summary>The engine that hosts the current asynchronous flow, or null when there is none.</summary>
    internal static EmbeddedHost? Host => Ambient.Value;

    /// <summary>
    /// Runs an entry point (a program's own <c>Main</c>). A <see cref="Deployment"/> that it runs uses these settings
    /// instead of the environment variables that a language host sets.
    /// </summary>
    /// <param name="settings">What the program runs with.</param>
    /// <param name="entryPoint">The entry point.</param>
    /// <param name="cancellationToken">Ends the deployment: calls to the engine are cancelled and the program exits with 32.</param>
    /// <returns>The exit code that the entry point returns: 0, 1, or 32 when failures were logged.</returns>
    public static async Task<int> RunAsync(DeploymentSettings settings, Func<Task<int>> entryPoint, CancellationToken cancellationToken)
    {
        // The assignment ends with this asynchronous method, so hosts may run programs side by side.
        Ambient.Value = new(settings, cancellationToken);
        return await entryPoint().ConfigureAwait(false);
    }
}
