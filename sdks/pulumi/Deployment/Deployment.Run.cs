using Pulumi.Hosting;

namespace Pulumi;

/// <content>Entry points of programs.</content>
public sealed partial class Deployment
{
    /// <summary>Runs a program that declares resources and has no outputs.</summary>
    /// <returns>
    /// The exit code: 0 when everything succeeded, 32 when failures were logged, 1 when the program logged errors itself or
    /// failures could not be logged.
    /// </returns>
    /// <exception cref="InvalidOperationException">The program was not started by an engine.</exception>
    public static Task<int> RunAsync(Action action) => RunAsync(() =>
    {
        action();
        return NoOutputs();
    });

    /// <summary>Runs a program that declares resources and returns the stack's outputs by name.</summary>
    /// <inheritdoc cref="RunAsync(Action)"/>
    public static Task<int> RunAsync(Func<IDictionary<string, object?>> func) => RunAsync(() => Task.FromResult(func()));

    /// <summary>Runs an asynchronous program that declares resources and has no outputs.</summary>
    /// <inheritdoc cref="RunAsync(Action)"/>
    public static Task<int> RunAsync(Func<Task> func) => RunAsync(async () =>
    {
        await func().ConfigureAwait(false);
        return NoOutputs();
    });

    /// <summary>Runs an asynchronous program that declares resources and returns the stack's outputs by name.</summary>
    /// <inheritdoc cref="RunAsync(Action)"/>
    public static Task<int> RunAsync(Func<Task<IDictionary<string, object?>>> func, StackOptions? options = null) =>
        HostAsync(deployment => new ProgramRunner(deployment).RunAsync(func, options));

    /// <summary>Runs a program that is a stack class.</summary>
    /// <typeparam name="TStack">The class; its constructor declares resources and assigns its outputs.</typeparam>
    /// <inheritdoc cref="RunAsync(Action)"/>
    public static Task<int> RunAsync<TStack>()
        where TStack : Stack, new() =>
        HostAsync(deployment => new ProgramRunner(deployment).RunAsync(() => new TStack()));

    /// <summary>Runs a program that is a stack class which a service provider constructs.</summary>
    /// <typeparam name="TStack">The class; its constructor declares resources and assigns its outputs.</typeparam>
    /// <inheritdoc cref="RunAsync(Action)"/>
    public static Task<int> RunAsync<TStack>(IServiceProvider serviceProvider)
        where TStack : Stack =>
        HostAsync(deployment => new ProgramRunner(deployment).RunAsync(() => Resolve<TStack>(serviceProvider)));

    /// <summary>
    /// Makes a deployment the running one until the program ends. Asynchronous itself, so that the caller's flow is
    /// left without a deployment.
    /// </summary>
    private static async Task<int> HostAsync(Func<Deployment, Task<int>> run)
    {
        if (EmbeddedDeployment.Host is { } host)
        {
            Instance = new(new Deployment(host.Settings, host.CancellationToken));
            return await run(Required).ConfigureAwait(false);
        }

        using var connection = EnvironmentSettings.Connect();
        Instance = new(new Deployment(EnvironmentSettings.Read(connection), CancellationToken.None));
        return Environment.ExitCode = await run(Required).ConfigureAwait(false);
    }

    private static IDictionary<string, object?> NoOutputs() => new Dictionary<string, object?>();

    private static TStack Resolve<TStack>(IServiceProvider serviceProvider)
        where TStack : Stack =>
        serviceProvider.GetService(typeof(TStack)) as TStack
        ?? throw new InvalidOperationException($"The service provider has no {typeof(TStack)}. Register it as a transient service.");
}
