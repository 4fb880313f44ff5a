using System.Collections.Immutable;
using Google.Protobuf.WellKnownTypes;
using Provisioning.Engine.State;
using Provisioning.Protocol.Values;
using Pulumirpc;

namespace Provisioning.Engine.Providers;

/// <summary>
/// Answers for a provider whose configuration is not known yet, in previews: inputs are taken as they are, and
/// nothing is known of outputs.
/// </summary>
internal sealed class UnconfiguredProvider : IProvider
{
    private UnconfiguredProvider()
    {
    }

    /// <summary>The one instance; it has no state.</summary>
    public static UnconfiguredProvider Instance { get; } = new();

    /// <inheritdoc/>
    public Task<CheckResult> CheckAsync(
        Urn urn, PropertyMap olds, PropertyMap news, ReadOnlyMemory<byte> randomSeed, CancellationToken cancellationToken) =>
        Task.FromResult(new CheckResult(news, []));

    /// <inheritdoc/>
    public Task<DiffResult> DiffAsync(
        ResourceState old, PropertyMap inputs, ImmutableArray<string> ignoreChanges, CancellationToken cancellationToken) =>
        Task.FromResult(new DiffResult { Changes = DiffResponse.Types.DiffChanges.DiffSome });

    /// <inheritdoc/>
    public Task<ProviderOutcome> CreateAsync(ResourceState planned, bool preview, CancellationToken cancellationToken) =>
        Task.FromResult(new ProviderOutcome("", PropertyMap.Empty));

    /// <inheritdoc/>
    public Task<ProviderOutcome> UpdateAsync(ResourceState old, ResourceState planned, bool preview, CancellationToken cancellationToken) =>
        Task.FromResult(new ProviderOutcome(old.Id, PropertyMap.Empty));

    /// <inheritdoc/>
    public Task DeleteAsync(ResourceState old, CancellationToken cancellationToken) =>
        throw new InvalidOperationException("Nothing is deleted in a preview.");

    /// <inheritdoc/>
    public Task<ProviderOutcome> ReadAsync(ResourceState known, bool sendInputs, CancellationToken cancellationToken) =>
        Task.FromResult(new ProviderOutcome(known.Id, PropertyMap.Empty) { Inputs = PropertyMap.Empty });

    /// <inheritdoc/>
    public Task<ProviderOutcome?> FindCreatedAsync(ResourceState planned, CancellationToken cancellationToken) =>
        Task.FromResult<ProviderOutcome?>(null);

    /// <inheritdoc/>
    public Task FinishDeleteAsync(ResourceState old, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task<InvokeResponse> InvokeAsync(string token, PropertyMap args, bool preview, CancellationToken cancellationToken) =>
        Task.FromResult(new InvokeResponse { Return = new Struct() });

    /// <inheritdoc/>
    public Task<CallResponse> CallAsync(CallRequest request, CancellationToken cancellationToken) =>
        Task.FromResult(new CallResponse { Return = new Struct() });

    /// <inheritdoc/>
    public Task<ConstructResponse?> ConstructAsync(ConstructRequest request, CancellationToken cancellationToken) =>
        Task.FromResult<ConstructResponse?>(null);
}
