using Provisioning.Protocol.Rpc;
using Provisioning.Protocol.Values;
using Provisioning.Providers.Azure.Configuration;
using Provisioning.Providers.Azure.Graph.Types;
using Provisioning.Providers.Azure.Operations;
using Provisioning.Providers.Azure.Values;

namespace Provisioning.Providers.Azure.Graph;

/// <summary>The functions of azuread: finding an application or service principal, and who is asking.</summary>
internal sealed class GraphFunctions(GraphOperations operations, Func<CancellationToken, Task<Caller>> findCaller)
{
    /// <summary>Outputs that the functions return as lists of one, where resources have an object (azuread's data sources).</summary>
    private static readonly IReadOnlyDictionary<string, string> Lists = new Dictionary<string, string>
    {
        ["api"] = "apis",
        ["publicClient"] = "publicClients",
        ["singlePageApplication"] = "singlePageApplications",
        ["web"] = "webs",
    };

    /// <summary>Calls a function; null when it is not known.</summary>
    public Task<PropertyMap>? Invoke(Operation operation, string token, PropertyMap args, CancellationToken cancellationToken) => token switch
    {
        "azuread:index/getClientConfig:getClientConfig" => GetClientConfigAsync(cancellationToken),
        "azuread:index/getApplication:getApplication" => FindAsync(operation, Application.Type, args, cancellationToken),
        "azuread:index/getServicePrincipal:getServicePrincipal" => FindAsync(operation, ServicePrincipal.Type, args, cancellationToken),
        _ => null,
    };

    private async Task<PropertyMap> GetClientConfigAsync(CancellationToken cancellationToken)
    {
        var caller = await findCaller(cancellationToken);
        return PropertyMap.Empty
            .With("clientId", caller.ClientId)
            .With("id", $"{caller.TenantId}-{caller.ClientId}-{caller.ObjectId}")
            .With("objectId", caller.ObjectId)
            .With("tenantId", caller.TenantId);
    }

    private async Task<PropertyMap> FindAsync(Operation operation, GraphResourceType type, PropertyMap args, CancellationToken cancellationToken)
    {
        operation = operation with { Service = type.Service };
        var collection = type.Collection.ToString();
        var found = (args.TextAt("objectId"), args.TextAt("clientId"), args.TextAt("displayName"), args.TextAt("identifierUri")) switch
        {
            ({ } objectId, _, _, _) => await operations.FindByKeyAsync(operation, type, $"{collection}/{objectId}", cancellationToken),
            (_, { } clientId, _, _) => await operations.FindByKeyAsync(operation, type, $"{collection}(appId={GraphEndpoint.Literal(clientId)})", cancellationToken),
            (_, _, { } name, _) => await OnlyAsync(operation, type, $"displayName eq {GraphEndpoint.Literal(name)}", cancellationToken),
            (_, _, _, { } uri) => await OnlyAsync(operation, type, $"identifierUris/any(uri:uri eq {GraphEndpoint.Literal(uri)})", cancellationToken),
            _ => throw new RpcException(RpcStatusCode.InvalidArgument, $"To find a {type.Noun}, give its clientId, objectId or displayName."),
        };
        if (found is null)
            throw new RpcException(RpcStatusCode.NotFound, $"There is no {type.Noun} with {string.Join(" and ", args.Select(arg => $"{arg.Key} '{arg.Value.AsText()}'"))}.");

        var outputs = found.Outputs.With("id", found.Id);
        if (args.TryGetValue("identifierUri", out var asked))
            outputs = outputs.With("identifierUri", asked);
        return PropertyMap.Create(outputs.Select(output => Lists.TryGetValue(output.Key, out var list)
            ? KeyValuePair.Create(list, (PropertyValue)new PropertyValue.ArrayValue([output.Value]))
            : output));
    }

    private async Task<LiveResource?> OnlyAsync(Operation operation, GraphResourceType type, string filter, CancellationToken cancellationToken)
    {
        var found = await operations.FindAsync(operation, type, filter, cancellationToken);
        return found.Count <= 1
            ? found.SingleOrDefault()
            : throw new RpcException(RpcStatusCode.FailedPrecondition, $"More than one {type.Noun} has {filter}. Find it by clientId or objectId.");
    }
}
