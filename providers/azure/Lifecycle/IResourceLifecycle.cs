using Provisioning.Protocol.Values;
using Provisioning.Providers.Azure.Operations;
using Provisioning.Providers.Azure.Resources;
using Pulumirpc;

namespace Provisioning.Providers.Azure.Lifecycle;

/// <summary>What can be done with the resources of one type.</summary>
internal interface IResourceLifecycle
{
    /// <summary>The type as data.</summary>
    ResourceType Type { get; }

    /// <summary>Fills in defaults and says what is wrong.</summary>
    Task<CheckedInputs> CheckAsync(CheckRequest request, string name, PropertyMap olds, PropertyMap news, CancellationToken cancellationToken);

    /// <summary>The outputs that a write will give, as far as they are known; <paramref name="old"/> is null for a create.</summary>
    PropertyMap Foretell(PropertyMap? old, PropertyMap oldInputs, PropertyMap inputs);

    /// <summary>The inputs of a resource that was made elsewhere.</summary>
    PropertyMap InputsOf(LiveResource resource);

    /// <summary>The part of the inputs that outputs tell.</summary>
    PropertyMap InputsFrom(PropertyMap outputs);

    /// <summary>Creates a resource.</summary>
    Task<LiveResource> CreateAsync(Operation operation, PropertyMap inputs, CancellationToken cancellationToken);

    /// <summary>Finds what a create with these inputs has made; null when it has made nothing.</summary>
    Task<LiveResource?> FindCreatedAsync(Operation operation, PropertyMap inputs, CancellationToken cancellationToken);

    /// <summary>Reads a resource; null when it does not exist.</summary>
    Task<LiveResource?> ReadAsync(Operation operation, string id, PropertyMap properties, CancellationToken cancellationToken);

    /// <summary>Changes a resource in place.</summary>
    Task<LiveResource> UpdateAsync(Operation operation, string id, PropertyMap oldInputs, PropertyMap inputs, CancellationToken cancellationToken);

    /// <summary>Deletes a resource; one that does not exist counts as deleted.</summary>
    Task DeleteAsync(Operation operation, string id, PropertyMap properties, CancellationToken cancellationToken);

    /// <summary>Does what an interrupted delete has left undone; nothing when there is nothing left.</summary>
    Task FinishDeleteAsync(Operation operation, string id, PropertyMap properties, CancellationToken cancellationToken);
}
