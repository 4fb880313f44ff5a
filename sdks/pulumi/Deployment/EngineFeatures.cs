using System.Collections.Concurrent;
using Provisioning.Protocol.Rpc;
using Provisioning.Protocol.Services;

namespace Pulumi;

/// <summary>What an engine can do; asked once per feature and deployment.</summary>
internal sealed class EngineFeatures(IResourceMonitor monitor, CancellationToken cancellationToken)
{
    private readonly ConcurrentDictionary<string, Lazy<Task<bool>>> answers = new(StringComparer.Ordinal);

    /// <summary>Whether this side reads references to resources; a user may say no.</summary>
    public static bool AcceptsResources => !ReferencesAreDisabled;

    /// <summary>Whether resources travel to the engine as references instead of ids.</summary>
    public async Task<bool> HasResourceReferencesAsync() =>
        AcceptsResources && await HasAsync("resourceReferences").ConfigureAwait(false);

    /// <summary>Whether values travel with their dependencies.</summary>
    public Task<bool> HasOutputValuesAsync() => HasAsync("outputValues");

    /// <summary>Fails unless the engine has the feature of a resource option.</summary>
    public async Task RequireAsync(string feature, string option)
    {
        if (!await HasAsync(feature).ConfigureAwait(false))
            throw new InvalidOperationException($"The engine does not support the resource option {option}. Update the Pulumi CLI.");
    }

    private static bool ReferencesAreDisabled =>
        Environment.GetEnvironmentVariable("PULUMI_DISABLE_RESOURCE_REFERENCES") is { } value
        && (value == "1" || value.Equals("true", StringComparison.OrdinalIgnoreCase));

    private Task<bool> HasAsync(string feature) => answers.GetOrAdd(feature, id => new(() => AskAsync(id))).Value;

    private async Task<bool> AskAsync(string feature)
    {
        try
        {
            return (await monitor.SupportsFeatureAsync(new() { Id = feature }, cancellationToken).ConfigureAwait(false)).HasSupport;
        }
        catch (RpcException failure) when (failure.Code == RpcStatusCode.Unimplemented)
        {
            // An engine from before there were features to ask for.
            return false;
        }
    }
}
