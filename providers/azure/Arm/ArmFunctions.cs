using System.Collections.Frozen;
using Azure.Core;
using Provisioning.Protocol.Rpc;
using Provisioning.Protocol.Values;
using Provisioning.Providers.Azure.Configuration;
using Provisioning.Providers.Azure.Operations;
using Provisioning.Providers.Azure.Values;

namespace Provisioning.Providers.Azure.Arm;

/// <summary>The functions of azure-native: <c>get…</c> for each type, and who is asking.</summary>
internal sealed class ArmFunctions(ArmClient client, ArmOperations operations, ArmEndpoint endpoint, Cloud cloud, TokenCredential credential)
{
    private static readonly FrozenDictionary<string, ArmResourceType> Lookups = ArmResourceTypes.ByToken.Values
        .ToFrozenDictionary(type => type.Token.Insert(type.Token.LastIndexOf(':') + 1, "get"), StringComparer.Ordinal);

    /// <summary>Calls a function; null when it is not known.</summary>
    public Task<PropertyMap>? Invoke(Operation operation, string token, PropertyMap args, CancellationToken cancellationToken) => token switch
    {
        "azure-native:authorization:getClientConfig" => GetClientConfigAsync(cancellationToken),
        "azure-native:authorization:getClientToken" => GetClientTokenAsync(args, cancellationToken),
        _ when Lookups.TryGetValue(token, out var type) => GetAsync(operation with { Service = type.Service }, type, args, cancellationToken),
        _ => null,
    };

    /// <summary>The published package does not mark the token; here it is secret, so that it cannot reach state in plain.</summary>
    private async Task<PropertyMap> GetClientTokenAsync(PropertyMap args, CancellationToken cancellationToken)
    {
        var scope = args.TextAt("endpoint") is { } audience ? Cloud.ScopeOf(audience) : cloud.ResourceManagerScope;
        var token = await credential.GetTokenAsync(new TokenRequestContext([scope]), cancellationToken);
        return PropertyMap.Empty.With("token", new PropertyValue.SecretValue(token.Token));
    }

    private async Task<PropertyMap> GetClientConfigAsync(CancellationToken cancellationToken)
    {
        var caller = await Caller.FindAsync(credential, cloud.GraphScope, cancellationToken);
        return PropertyMap.Empty
            .With("clientId", caller.ClientId)
            .With("objectId", caller.ObjectId)
            .With("subscriptionId", endpoint.SubscriptionId)
            .With("tenantId", caller.TenantId);
    }

    private async Task<PropertyMap> GetAsync(Operation operation, ArmResourceType type, PropertyMap args, CancellationToken cancellationToken)
    {
        var id = client.IdOf(type, args);
        var live = await operations.ReadAsync(operation, type, id, args, cancellationToken)
            ?? throw new RpcException(RpcStatusCode.NotFound, $"The {type.Noun} '{id}' does not exist.");
        return live.Outputs.With("id", live.Id);
    }
}
