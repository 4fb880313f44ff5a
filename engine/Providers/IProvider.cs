using System.Collections.Immutable;
using Provisioning.Engine.State;
using Provisioning.Protocol.Values;
using Pulumirpc;

namespace Provisioning.Engine.Providers;

/// <summary>
/// The provider of a resource as planning and execution see it: property maps instead of messages. Failures are
/// <see cref="Protocol.Rpc.RpcException"/>, except the half done operations that a <see cref="ProviderOutcome"/> tells of.
/// </summary>
internal interface IProvider
{
    /// <summary>Validates inputs and fills in defaults.</summary>
    /// <param name="urn">The resource.</param>
    /// <param name="olds">The inputs in state; empty when it is created.</param>
    /// <param name="news">The inputs of the program.</param>
    /// <param name="randomSeed">32 bytes from which automatic names are made.</param>
    /// <param name="cancellationToken">Gives up the call.</param>
    Task<CheckResult> CheckAsync(
        Urn urn, PropertyMap olds, PropertyMap news, ReadOnlyMemory<byte> randomSeed, CancellationToken cancellationToken);

    /// <summary>Compares a resource with checked inputs.</summary>
    Task<DiffResult> DiffAsync(
        ResourceState old, PropertyMap inputs, ImmutableArray<string> ignoreChanges, CancellationToken cancellationToken);

    /// <summary>Creates a resource with the inputs of <paramref name="planned"/>, or foretells it.</summary>
    Task<ProviderOutcome> CreateAsync(ResourceState planned, bool preview, CancellationToken cancellationToken);

    /// <summary>Updates a resource in place, or foretells it.</summary>
    Task<ProviderOutcome> UpdateAsync(ResourceState old, ResourceState planned, bool preview, CancellationToken cancellationToken);

    /// <summary>Deletes a resource.</summary>
    Task DeleteAsync(ResourceState old, CancellationToken cancellationToken);

    /// <summary>Reads a resource by the id of <paramref name="known"/>.</summary>
    /// <param name="known">What is known of the resource.</param>
    /// <param name="sendInputs">Off for imports: nothing but the id is known.</param>
    /// <param name="cancellationToken">Gives up the call.</param>
    Task<ProviderOutcome> ReadAsync(ResourceState known, bool sendInputs, CancellationToken cancellationToken);

    /// <summary>
    /// Finds what an interrupted creation has made: without outputs when it has made nothing, null when it cannot be told.
    /// </summary>
    /// <param name="planned">What was to be created.</param>
    /// <param name="cancellationToken">Gives up the calls.</param>
    Task<ProviderOutcome?> FindCreatedAsync(ResourceState planned, CancellationToken cancellationToken);

    /// <summary>Does what an interrupted deletion has left undone, where a provider's deletions have several steps.</summary>
    Task FinishDeleteAsync(ResourceState old, CancellationToken cancellationToken);

    /// <summary>Calls a function.</summary>
    Task<InvokeResponse> InvokeAsync(string token, PropertyMap args, bool preview, CancellationToken cancellationToken);

    /// <summary>Calls a method of a resource.</summary>
    /// <param name="request">The call; its values are reduced to what the provider accepts.</param>
    /// <param name="cancellationToken">Gives up the call.</param>
    Task<CallResponse> CallAsync(CallRequest request, CancellationToken cancellationToken);

    /// <summary>Builds a component; null when the provider's configuration is not known yet.</summary>
    /// <param name="request">What to build; its values are reduced to what the provider accepts.</param>
    /// <param name="cancellationToken">Gives up the call.</param>
    Task<ConstructResponse?> ConstructAsync(ConstructRequest request, CancellationToken cancellationToken);
}
