using System.Collections.Concurrent;
using System.Collections.Immutable;
using Pulumi.Testing;

namespace Pulumi;

/// <content>Entry points of tests.</content>
public sealed partial class Deployment
{
    /// <summary>Runs a stack class against mocks.</summary>
    /// <typeparam name="TStack">The class.</typeparam>
    /// <param name="mocks">Answers for engine and providers.</param>
    /// <param name="options">What the program is told about its deployment.</param>
    /// <returns>All resources in the order of their registration, the stack among them.</returns>
    /// <exception cref="RunException">The program failed, or logged an error.</exception>
    /// <exception cref="AggregateException">Several such failures.</exception>
    public static async Task<ImmutableArray<Resource>> TestAsync<TStack>(IMocks mocks, TestOptions? options = null)
        where TStack : Stack, new() =>
        await TestAsync(mocks, options, runner => runner.RunAsync(() => new TStack())).ConfigureAwait(false);

    /// <summary>Runs a stack class that a service provider constructs against mocks.</summary>
    /// <param name="mocks">Answers for engine and providers.</param>
    /// <param name="serviceProvider">Constructs the stack.</param>
    /// <param name="options">What the program is told about its deployment.</param>
    /// <inheritdoc cref="TestAsync{TStack}(IMocks, TestOptions?)" path="/typeparam | /returns | /exception"/>
    public static async Task<ImmutableArray<Resource>> TestWithServiceProviderAsync<TStack>(
        IMocks mocks, IServiceProvider serviceProvider, TestOptions? options = null)
        where TStack : Stack =>
        await TestAsync(mocks, options, runner => runner.RunAsync(() => Resolve<TStack>(serviceProvider))).ConfigureAwait(false);

    /// <summary>Runs an asynchronous program with outputs against mocks.</summary>
    /// <param name="mocks">Answers for engine and providers.</param>
    /// <param name="testOptions">What the program is told about its deployment.</param>
    /// <param name="createResources">The program.</param>
    /// <returns>All resources in the order of their registration, the stack among them, and the stack's outputs.</returns>
    /// <inheritdoc cref="TestAsync{TStack}(IMocks, TestOptions?)" path="/exception"/>
    public static async Task<(ImmutableArray<Resource> Resources, IDictionary<string, object?> Outputs)> TestAsync(
        IMocks mocks, TestOptions testOptions, Func<Task<IDictionary<string, object?>>> createResources)
    {
        var outputs = NoOutputs();
        var resources = await TestAsync(mocks, testOptions, runner => runner.RunAsync(
            async () => outputs = await createResources().ConfigureAwait(false), options: null)).ConfigureAwait(false);
        return (resources, outputs);
    }

    /// <summary>Runs a program with outputs against mocks.</summary>
    /// <inheritdoc cref="TestAsync(IMocks, TestOptions, Func{Task{IDictionary{string, object}}})"/>
    public static Task<(ImmutableArray<Resource> Resources, IDictionary<string, object?> Outputs)> TestAsync(
        IMocks mocks, TestOptions testOptions, Func<IDictionary<string, object?>> createResources) =>
        TestAsync(mocks, testOptions, () => Task.FromResult(createResources()));

    /// <summary>Runs an asynchronous program without outputs against mocks.</summary>
    /// <param name="mocks">Answers for engine and providers.</param>
    /// <param name="testOptions">What the program is told about its deployment.</param>
    /// <param name="createResources">The program.</param>
    /// <inheritdoc cref="TestAsync{TStack}(IMocks, TestOptions?)" path="/returns | /exception"/>
    public static async Task<ImmutableArray<Resource>> TestAsync(IMocks mocks, TestOptions testOptions, Func<Task> createResources)
    {
        var (resources, _) = await TestAsync(mocks, testOptions, async () =>
        {
            await createResources().ConfigureAwait(false);
            return NoOutputs();
        }).ConfigureAwait(false);
        return resources;
    }

    /// <summary>Runs a program without outputs against mocks.</summary>
    /// <inheritdoc cref="TestAsync(IMocks, TestOptions, Func{Task})"/>
    public static async Task<ImmutableArray<Resource>> TestAsync(IMocks mocks, TestOptions testOptions, Action createResources)
    {
        var (resources, _) = await TestAsync(mocks, testOptions, () =>
        {
            createResources();
            return NoOutputs();
        }).ConfigureAwait(false);
        return resources;
    }

    /// <summary>
    /// Makes a deployment with mocks the running one until the program ends. Asynchronous itself, so that the caller's
    /// flow is left without a deployment.
    /// </summary>
    private static async Task<ImmutableArray<Resource>> TestAsync(IMocks mocks, TestOptions? options, Func<ProgramRunner, Task<int>> run)
    {
        var project = options?.ProjectName ?? "project";
        var stack = options?.StackName ?? "stack";
        var engine = new MockEngine();
        var resources = new ConcurrentQueue<Resource>();
        var deployment = new Deployment(
            new()
            {
                Monitor = new MockMonitor(mocks, project, stack),
                Engine = engine,
                Project = project,
                Stack = stack,
                Organization = options?.OrganizationName ?? "organization",
                RootDirectory = options?.RootDirectory ?? Environment.CurrentDirectory,
                IsDryRun = options?.IsPreview ?? true,
                Parallel = 1,
                Config = EnvironmentSettings.ReadConfig(),
                ConfigSecretKeys = EnvironmentSettings.ReadConfigSecretKeys(),
            },
            CancellationToken.None)
        {
            Registered = resources.Enqueue,
        };

        Instance = new(deployment);
        await run(new ProgramRunner(deployment)).ConfigureAwait(false);
        return engine.Errors.ToArray() switch
        {
            [] => [.. resources],
            [var error] => throw new RunException(error),
            var errors => throw new AggregateException(errors.Select(error => new RunException(error))),
        };
    }
}
