using Provisioning.Protocol.Values;
using Provisioning.Providers.Azure.Diffing;
using Provisioning.Providers.Azure.Lifecycle;
using Provisioning.Providers.Azure.Operations;
using Provisioning.Providers.Azure.Resources;
using Provisioning.Providers.Azure.Values;
using Pulumirpc;

namespace Provisioning.Providers.Azure.Graph;

/// <summary>The life of resources of one type in Microsoft Graph.</summary>
internal sealed class GraphResource(GraphResourceType type, GraphOperations operations) : IResourceLifecycle
{
    /// <inheritdoc/>
    public ResourceType Type => type;

    /// <inheritdoc/>
    public Task<CheckedInputs> CheckAsync(CheckRequest request, string name, PropertyMap olds, PropertyMap news, CancellationToken cancellationToken) =>
        Task.FromResult(GraphCheck.Check(type, request, olds, news));

    /// <inheritdoc/>
    public PropertyMap Foretell(PropertyMap? old, PropertyMap oldInputs, PropertyMap inputs)
    {
        if (old is null)
            return inputs;

        var comparison = ResourceDiff.ComparisonOf(type);
        return type.Inputs
            .Where(name => !comparison.AreEqual(name, oldInputs.GetOrNull(name).Plain(), inputs.GetOrNull(name).Plain()))
            .Aggregate(old, (all, name) => all.With(name, inputs.GetOrNull(name).IsNull() ? PropertyValue.Unknown : inputs[name]));
    }

    /// <inheritdoc/>
    public PropertyMap InputsOf(LiveResource resource) => InputsFrom(resource.Outputs);

    /// <inheritdoc/>
    public PropertyMap InputsFrom(PropertyMap outputs) =>
        PropertyMap.Create(outputs.Where(output => type.Inputs.Contains(output.Key) || type.Parents.Contains(output.Key)));

    /// <inheritdoc/>
    public Task<LiveResource> CreateAsync(Operation operation, PropertyMap inputs, CancellationToken cancellationToken) =>
        operations.CreateAsync(operation, type, inputs, cancellationToken);

    /// <inheritdoc/>
    public Task<LiveResource?> FindCreatedAsync(Operation operation, PropertyMap inputs, CancellationToken cancellationToken) =>
        operations.FindCreatedAsync(operation, type, inputs, cancellationToken);

    /// <inheritdoc/>
    public Task<LiveResource?> ReadAsync(Operation operation, string id, PropertyMap properties, CancellationToken cancellationToken) =>
        operations.ReadAsync(operation, type, id, cancellationToken);

    /// <inheritdoc/>
    public Task<LiveResource> UpdateAsync(
        Operation operation, string id, PropertyMap oldInputs, PropertyMap inputs, CancellationToken cancellationToken) =>
        operations.UpdateAsync(operation, type, id, oldInputs, inputs, cancellationToken);

    /// <inheritdoc/>
    public Task DeleteAsync(Operation operation, string id, PropertyMap properties, CancellationToken cancellationToken) =>
        operations.DeleteAsync(operation, type, id, cancellationToken);

    /// <inheritdoc/>
    public Task FinishDeleteAsync(Operation operation, string id, PropertyMap properties, CancellationToken cancellationToken) => Task.CompletedTask;
}
