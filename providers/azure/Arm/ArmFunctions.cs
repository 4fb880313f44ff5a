using Provisioning.Protocol.Rpc;
using Provisioning.Protocol.Values;
using Provisioning.Providers.Azure.Configuration;
using Provisioning.Providers.Azure.Operations;

namespace Provisioning.Providers.Azure.Arm;

/// <summary>The functions of azure-native: <c>get…</c> for each type, and who is asking.</summary>
internal sealed class ArmFunctions(ArmOperations operations, ArmEndpoint endpoint, Func<CancellationToken, Task<Caller>> findCaller)
{
    /// <summary>Calls a function; null when it is not known.</summary>
    public Task<PropertyMap>? Invoke(Operation operation, string token, PropertyMap args, CancellationToken cancellationToken)
    {
        if (token == "azure-native:authorization:getClientConfig")
            return GetClientConfigAsync(cancellationToken);
        return ArmResourceTypes.ByToken.TryGetValue(token.Replace(":get", ":", StringComparison.Ordinal), out var type) && token.Contains(":get", StringComparison.Ordinal)
            ? GetAsync(operation with { Service = type.Service }, type, args, cancellationToken)
            : null;
    }

    private async Task<PropertyMap> GetClientConfigAsync(CancellationToken cancellationToken)
    {
        var caller = await findCaller(cancellationToken);
        return PropertyMap.Empty
            .With("clientId", caller.ClientId)
            .With("objectId", caller.ObjectId)
            .With("subscriptionId", endpoint.SubscriptionId)
            .With("tenantId", caller.TenantId);
    }

    private async Task<PropertyMap> GetAsync(Operation operation, ArmResourceType type, PropertyMap args, CancellationToken cancellationToken)
    {
        string id;
        try
        {
            id = operations.PathOf(type, args);
        }
        catch (ArgumentException failure)
        {
            throw new RpcException(RpcStatusCode.InvalidArgument, $"Cannot look up the {type.Noun}: {failure.Message}", failure);
        }

        var live = await operations.ReadAsync(operation, type, id, args, cancellationToken)
            ?? throw new RpcException(RpcStatusCode.NotFound, $"The {type.Noun} '{id}' does not exist.");
        return live.Outputs.With("id", live.Id);
    }
}
