using System.Collections.Immutable;
using Provisioning.Engine.Planning;
using Provisioning.Engine.Providers;
using Provisioning.Engine.State;
using Provisioning.Protocol.Rpc;
using Pulumirpc;

namespace Provisioning.Engine.Operations;

/// <summary>
/// Finds the provider of a registration: the one it names, else the one of its package that it inherits, else the
/// default provider of the package.
/// </summary>
/// <param name="defaults">The default providers.</param>
/// <param name="packages">The packages that requests refer to.</param>
internal sealed class ProviderResolver(DefaultProviders defaults, RegisteredPackages packages)
{
    /// <summary>The providers by package of a component: its own over those of its parent.</summary>
    public static ImmutableDictionary<string, ProviderReference> Merge(Goal? parent, IEnumerable<KeyValuePair<string, string>> own) =>
        (parent?.Providers ?? ImmutableDictionary<string, ProviderReference>.Empty)
            .SetItems(own.Select(entry => KeyValuePair.Create(entry.Key, Parse(entry.Value))));

    /// <summary>The provider of a resource.</summary>
    public Task<ProviderReference> ResolveAsync(
        RegisterResourceRequest request, Goal? parent, ImmutableDictionary<string, ProviderReference> providers, CancellationToken cancellationToken) =>
        ResolveAsync(request.Type, request.Provider, parent, providers, packages.Find(request.PackageRef, request.Version, request.PluginDownloadURL), cancellationToken);

    /// <summary>The provider of a resource managed elsewhere.</summary>
    public Task<ProviderReference> ResolveAsync(ReadResourceRequest request, Goal? parent, CancellationToken cancellationToken) =>
        ResolveAsync(request.Type, request.Provider, parent, Merge(parent, []), packages.Find(request.PackageRef, request.Version, request.PluginDownloadURL), cancellationToken);

    /// <summary>The provider of a function.</summary>
    public Task<ProviderReference> ResolveAsync(ResourceInvokeRequest request, Goal? parent, CancellationToken cancellationToken) =>
        ResolveAsync(request.Tok, request.Provider, parent, Merge(parent, []), packages.Find(request.PackageRef, request.Version, request.PluginDownloadURL), cancellationToken);

    /// <summary>The provider of a method.</summary>
    public Task<ProviderReference> ResolveAsync(ResourceCallRequest request, CancellationToken cancellationToken) =>
        ResolveAsync(request.Tok, request.Provider, null, Merge(null, []), packages.Find(request.PackageRef, request.Version, request.PluginDownloadURL), cancellationToken);

    private Task<ProviderReference> ResolveAsync(
        string token,
        string provider,
        Goal? parent,
        ImmutableDictionary<string, ProviderReference> providers,
        PackageSource source,
        CancellationToken cancellationToken)
    {
        if (token.Split(':').Length != 3)
            throw new RpcException(RpcStatusCode.InvalidArgument, $"'{token}' is not a token of the form package:module:Name.");
        if (provider.Length > 0)
            return Task.FromResult(Parse(provider));

        var package = ProviderInputs.PackageOf(token);
        if (providers.TryGetValue(package, out var inherited))
            return Task.FromResult(inherited);
        return parent?.Provider is { } parents && parents.Package == package
            ? Task.FromResult(parents)
            : defaults.GetAsync(package, source, cancellationToken);
    }

    private static ProviderReference Parse(string text) => ProviderReference.TryParse(text, out var reference)
        ? reference
        : throw new RpcException(RpcStatusCode.InvalidArgument, $"'{text}' is not a provider reference (<URN>::<id>).");
}
