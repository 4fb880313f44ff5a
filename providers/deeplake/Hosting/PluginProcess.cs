using Provisioning.Protocol.Grpc;

namespace Provisioning.Providers.DeepLake.Hosting;

/// <summary>
/// The executable <c>pulumi-resource-deeplake</c>: serves the provider on a free port, says which one, and ends with its engine.
/// </summary>
/// <remarks>
/// The contract is that of Pulumi's sdk/go/common/resource/plugin/plugin.go: the first line of the output is the port, and
/// nothing else is ever printed there. What users are to see goes to the engine.
/// </remarks>
internal static class PluginProcess
{
    /// <summary>How often the engine is asked whether it is still there.</summary>
    private static readonly TimeSpan HealthPeriod = TimeSpan.FromSeconds(5);

    /// <summary>Runs until the engine has gone or a signal came.</summary>
    /// <param name="arguments">Flags, and the engine's address at the end; without one an engine has to attach itself.</param>
    /// <param name="output">Gets the port.</param>
    /// <param name="errors">Gets what keeps the plugin from starting.</param>
    /// <param name="environment">Reads variables of the environment.</param>
    /// <param name="time">The clock.</param>
    /// <param name="stop">Ends it.</param>
    /// <returns>The exit code: 0, or 2 when the arguments are wrong.</returns>
    public static async Task<int> RunAsync(
        IReadOnlyList<string> arguments,
        TextWriter output,
        TextWriter errors,
        Func<string, string?> environment,
        TimeProvider time,
        CancellationToken stop)
    {
        using var engine = new EngineLink(HealthPeriod, time);
        try
        {
            if (PluginArguments.Parse(arguments).EngineAddress is { } address)
                engine.Connect(address);
        }
        catch (FormatException exception)
        {
            await errors.WriteLineAsync(exception.Message);
            return 2;
        }

        await using var provider = new DeepLakeProvider(new DeepLakeProviderHost
        {
            Environment = environment,
            Time = time,
            Engine = engine,
            Attach = engine.Connect,
        });
        await using var server = await GrpcServer.StartAsync(new GrpcMethodTable().AddResourceProvider(provider), CancellationToken.None);
        await output.WriteAsync(server.Address[(server.Address.LastIndexOf(':') + 1)..] + "\n");
        await output.FlushAsync(CancellationToken.None);
        try
        {
            await engine.WaitUntilGoneAsync(stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // A signal is how engines end plugins.
        }

        await provider.CancelAsync(CancellationToken.None);
        return 0;
    }
}
