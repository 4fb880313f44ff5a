using System.Collections.Immutable;
using System.Text.Json;
using Provisioning.Engine.Projects;
using Provisioning.Engine.Providers;
using Provisioning.Protocol.Grpc;
using Provisioning.Protocol.Services;
using Provisioning.Protocol.Values;
using Pulumirpc;

namespace Provisioning.Engine.Plugins;

/// <summary>
/// Starts provider plugins, each in a process of its own that ends with the operation, or attaches to those that
/// <c>PULUMI_DEBUG_PROVIDERS</c> says are running.
/// </summary>
/// <param name="project">Names plugins and their folders, and has the program's folder.</param>
/// <param name="environment">Reads PATH, <c>PULUMI_HOME</c> and the other variables that say where plugins are.</param>
/// <param name="time">The clock of start and end.</param>
public sealed class PluginProviderLoader(Project project, EnvironmentReader environment, TimeProvider time) : IProviderLoader
{
    private readonly PluginLocator locator = new(project, environment);

    /// <summary>How long a plugin may take to say where it listens, and then to answer the handshake. Default: one minute each.</summary>
    public TimeSpan StartLimit { get; init; } = TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    public async Task<IResourceProvider> LoadAsync(ProviderRequest request, CancellationToken cancellationToken)
    {
        var engineAddress = await request.Endpoint.ListenAsync(cancellationToken).ConfigureAwait(false);
        if (DebugProviders.Find(environment, request.Package) is { } running)
            return new PluginConnection(GrpcChannel.ForAddress(running), null, null, request, engineAddress);

        var command = await locator.FindAsync(request.Package, request.Version, cancellationToken).ConfigureAwait(false);
        var process = await PluginProcess.StartAsync(
            new PluginStart
            {
                Name = request.Package,
                Command = command,
                EngineAddress = engineAddress,
                WorkingDirectory = project.ProgramDirectory,
                Environment = Variables(request),
                Print = line => _ = request.Engine.LogAsync(
                    new LogRequest { Severity = LogSeverity.Debug, Message = $"{request.Package}: {line}" }, CancellationToken.None),
                Limit = StartLimit,
                Time = time,
            },
            cancellationToken).ConfigureAwait(false);
        return new PluginConnection(GrpcChannel.ForAddress(process.Address), process, command.Directory, request, engineAddress);
    }

    /// <summary>What Pulumi's engine tells a plugin by its environment, and what the program maps in it.</summary>
    private ImmutableDictionary<string, string> Variables(ProviderRequest request)
    {
        var variables = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        variables["PULUMI_PROJECT"] = request.Project;
        variables["PULUMI_CONFIG"] = JsonSerializer.Serialize(request.Config.ToImmutableSortedDictionary(StringComparer.Ordinal), ConfigurationJson.Default.ImmutableSortedDictionaryStringString);
        foreach (var (option, value) in project.Runtime.Options)
            variables[$"PULUMI_RUNTIME_{option.ToUpperInvariant()}"] = value;
        foreach (var (source, target) in request.EnvironmentMappings)
        {
            if (environment(source) is { } value)
                variables[target] = value;
        }

        return variables.ToImmutable();
    }
}
