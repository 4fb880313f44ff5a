using System.Collections.Concurrent;
using Provisioning.Protocol.Services;

namespace Pulumi;

/// <summary>What an engine can do; asked once per feature and deployment.</summary>
internal sealed class EngineFeatures(IResourceMonitor monitor, CancellationToken cancellationToken)
{
    private readonly ConcurrentDictionary<string, Lazy<Task<bool>>> answers = new(StringComparer.Ordinal);

    /// <summary>Whether resources travel as references instead of ids.</summary>
    public async Task<bool> HasResourceReferencesAsync() =>
        !ReferencesAreDisabled && await HasAsync("resourceReferences").ConfigureAwait(false);

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

    private async Task<bool> AskAsync(string feature) =>
        (await monitor.SupportsFeatureAsync(new() { Id = feature }, cancellationToken).ConfigureAwait(false)).HasSupport;
}
