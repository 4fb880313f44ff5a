using Pulumi.Hosting;
using Pulumirpc;

namespace Pulumi;

/// <summary>One run of a program against an engine.</summary>
/// <remarks>
/// The running deployment belongs to the asynchronous flow that started it, so several run side by side in one
/// process, each in its own flow.
/// </remarks>
public sealed partial class Deployment
{
    private static readonly AsyncLocal<DeploymentInstance?> Ambient = new();

    private Deployment(DeploymentSettings settings, CancellationToken cancellationToken)
    {
        Settings = settings;
        CancellationToken = cancellationToken;
        Tasks = new();
        Logger = new(settings.Engine, Tasks, cancellationToken);
        Features = new(settings.Monitor, cancellationToken);
        Outputs = new(this);
        Registrar = new(this);
        Invoker = new(this);
        Caller = new(this);
    }

    /// <summary>The running deployment.</summary>
    /// <exception cref="InvalidOperationException">None is running in this asynchronous flow.</exception>
    public static DeploymentInstance Instance
    {
        get => Ambient.Value ?? throw new InvalidOperationException(
            "No deployment is running here. Create resources inside the function or stack that is passed to Deployment.RunAsync.");
        private set
        {
            if (Ambient.Value is not null)
                throw new InvalidOperationException("A deployment is running already. Call Deployment.RunAsync once in a program.");

            Ambient.Value = value;
        }
    }

    /// <summary>The running deployment, or null when none is.</summary>
    internal static Deployment? Current => Ambient.Value?.Deployment;

    /// <summary>The running deployment; throws when none is.</summary>
    internal static Deployment Required => Instance.Deployment;

    /// <summary>The engine, and what it says about the deployment.</summary>
    internal DeploymentSettings Settings { get; }

    /// <summary>Ends the deployment.</summary>
    internal CancellationToken CancellationToken { get; }

    /// <summary>What the program waits for in the end.</summary>
    internal TaskTracker Tasks { get; }

    /// <summary>Messages to the user.</summary>
    internal EngineLogger Logger { get; }

    /// <summary>What the engine can do.</summary>
    internal EngineFeatures Features { get; }

    /// <summary>The properties of resources that registrations fill.</summary>
    internal ResourceOutputs Outputs { get; }

    /// <summary>Registers and reads resources.</summary>
    internal ResourceRegistrar Registrar { get; }

    /// <summary>Calls functions.</summary>
    internal FunctionInvoker Invoker { get; }

    /// <summary>Calls methods.</summary>
    internal MethodCaller Caller { get; }

    /// <summary>Told of every resource right before it is registered or read; null when nobody asks.</summary>
    internal Action<Resource>? Registered { get; init; }

    /// <summary>The root resource; null until it is constructed.</summary>
    internal Stack? Stack { get; set; }

    /// <summary>Fails unless the engine is of a version in a range, such as <c>&gt;=3.100.0</c>.</summary>
    public static async Task RequirePulumiVersionAsync(string range) =>
        await Required.Settings.Engine
            .RequirePulumiVersionAsync(new RequirePulumiVersionRequest { PulumiVersionRange = range }, Required.CancellationToken)
            .ConfigureAwait(false);
}
