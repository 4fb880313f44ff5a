using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json;
using Provisioning.Engine.Planning;
using Provisioning.Engine.Providers;
using Provisioning.Engine.State;
using Provisioning.Protocol.Rpc;
using Provisioning.Protocol.Values;

namespace Provisioning.Engine.Operations;

/// <summary>
/// Registers the provider of a package when the program uses the package without naming one: once per version and
/// plugin address, configured by the stack's configuration of the package's name. Thread-safe.
/// </summary>
internal sealed class DefaultProviders
{
    private const string DisabledKey = "pulumi:disable-default-providers";

    private readonly OperationRequest request;
    private readonly ResourceRegistrar registrar;
    private readonly ImmutableHashSet<string> disabled;
    private readonly ConcurrentDictionary<(string Package, PackageSource Source), Lazy<Task<ProviderReference>>> providers = new();

    /// <summary>Creates the default providers of one operation.</summary>
    public DefaultProviders(OperationRequest request, ResourceRegistrar registrar)
    {
        this.request = request;
        this.registrar = registrar;
        disabled = request.Config.TryGetValue(DisabledKey, out var list)
            ? [.. JsonSerializer.Deserialize(list, ConfigurationJson.Default.StringArray) ?? []]
            : [];
    }

    /// <summary>The default provider of a package. When it failed, so does whatever refers to it.</summary>
    /// <param name="package">The package.</param>
    /// <param name="source">Where the program wants it from.</param>
    /// <param name="cancellationToken">Gives up the registration.</param>
    public Task<ProviderReference> GetAsync(string package, PackageSource source, CancellationToken cancellationToken)
    {
        if (disabled.Contains("*") || disabled.Contains(package))
        {
            throw new RpcException(
                RpcStatusCode.FailedPrecondition,
                $"The default provider of '{package}' is disabled by the configuration '{DisabledKey}'; give the resource a provider of its own.");
        }

        return providers.GetOrAdd(
            (package, source),
            _ => new Lazy<Task<ProviderReference>>(() => RegisterAsync(package, source, cancellationToken))).Value;
    }

    private async Task<ProviderReference> RegisterAsync(string package, PackageSource source, CancellationToken cancellationToken)
    {
        var urn = Urn.Create(
            request.Stack.Stack,
            request.Stack.Project,
            null,
            ProviderInputs.TypeOf(package),
            ProviderInputs.DefaultName(source.PackageVersion, source.DownloadUrl));
        var goal = new Goal
        {
            Urn = urn,
            Custom = true,
            Inputs = source.AddTo(ConfigurationOf(package)),
        };
        var result = await registrar.RegisterAsync(goal, cancellationToken).ConfigureAwait(false);
        return result.State is { } provider ? ProviderReference.Of(provider) : new ProviderReference(urn, Signatures.Unknown);
    }

    private PropertyMap ConfigurationOf(string package) => PropertyMap.Create(
        from entry in request.Config
        let key = entry.Key.StartsWith(package + ":", StringComparison.Ordinal) ? entry.Key[(package.Length + 1)..]
            : ProviderInputs.IsDynamic(package) ? entry.Key
            : null
        where key is not null
        select KeyValuePair.Create<string, PropertyValue>(
            key, request.ConfigSecretKeys.Contains(entry.Key) ? new PropertyValue.SecretValue(entry.Value) : entry.Value));
}
