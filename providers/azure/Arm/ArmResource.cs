using Provisioning.Protocol.Values;
using Provisioning.Providers.Azure.Checking;
using Provisioning.Providers.Azure.Lifecycle;
using Provisioning.Providers.Azure.Operations;
using Provisioning.Providers.Azure.Resources;
using Pulumirpc;

namespace Provisioning.Providers.Azure.Arm;

/// <summary>The life of resources of one type in Azure Resource Manager.</summary>
internal sealed class ArmResource(ArmResourceType type, ArmOperations operations, ArmCheck check) : IResourceLifecycle
{
    /// <inheritdoc/>
    public ResourceType Type => type;

    /// <inheritdoc/>
    public Task<CheckedInputs> CheckAsync(CheckRequest request, string name, PropertyMap olds, PropertyMap news, CancellationToken cancellationToken) =>
        check.CheckAsync(type, request, name, olds, news, cancellationToken);

    /// <inheritdoc/>
    public PropertyMap Foretell(PropertyMap? old, PropertyMap oldInputs, PropertyMap inputs) =>
        old is null ? ArmForecast.OfCreate(type, inputs) : ArmForecast.OfUpdate(type, old, oldInputs, inputs);

    /// <inheritdoc/>
    public PropertyMap InputsOf(LiveResource resource)
    {
        var inputs = ArmBody.ToInputs(type, resource.Outputs).With("azureApiVersion", type.ApiVersion);
        if (!type.Path.TryMatch(resource.Id, out var names))
            return inputs;
        return type.PathInputs.Aggregate(inputs, (all, name) => all.With(name, names[name]));
    }

    /// <inheritdoc/>
    public PropertyMap InputsFrom(PropertyMap outputs) => ArmBody.ToInputs(type, outputs);

    /// <inheritdoc/>
    public Task<LiveResource> CreateAsync(Operation operation, PropertyMap inputs, CancellationToken cancellationToken) =>
        operations.CreateAsync(operation, type, inputs, cancellationToken);

    /// <inheritdoc/>
    public Task<LiveResource?> FindCreatedAsync(Operation operation, PropertyMap inputs, CancellationToken cancellationToken) =>
        operations.FindCreatedAsync(operation, type, inputs, cancellationToken);

    /// <inheritdoc/>
    public Task<LiveResource?> ReadAsync(Operation operation, string id, PropertyMap properties, CancellationToken cancellationToken) =>
        operations.ReadAsync(operation, type, id, properties, cancellationToken);

    /// <inheritdoc/>
    public Task<LiveResource> UpdateAsync(
        Operation operation, string id, PropertyMap oldInputs, PropertyMap inputs, CancellationToken cancellationToken) =>
        operations.UpdateAsync(operation, type, id, oldInputs, inputs, cancellationToken);

    /// <inheritdoc/>
    public Task DeleteAsync(Operation operation, string id, PropertyMap properties, CancellationToken cancellationToken) =>
        operations.DeleteAsync(operation, type, id, properties, cancellationToken);

    /// <inheritdoc/>
    public Task FinishDeleteAsync(Operation operation, string id, PropertyMap properties, CancellationToken cancellationToken) =>
        operations.FinishDeleteAsync(operation, type, id, properties, cancellationToken);
}
