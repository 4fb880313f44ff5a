using Azure.Core;
using Provisioning.Protocol.Rpc;
using Provisioning.Protocol.Values;
using Provisioning.Providers.Azure.Http;
using Provisioning.Providers.Azure.Operations;
using Provisioning.Providers.Azure.Resources;
using Provisioning.Providers.Azure.Retries;
using Provisioning.Providers.Azure.Values;

namespace Provisioning.Providers.Azure.Arm;

/// <summary>Addresses resources and makes calls that are repeated as the rules say.</summary>
internal sealed class ArmClient(ArmEndpoint endpoint, RestClient rest, Retrier retrier)
{
    /// <summary>The id that the inputs give a resource.</summary>
    /// <exception cref="RpcException">An input that makes the path is missing.</exception>
    public string IdOf(ArmResourceType type, PropertyMap plain) => PathOf(type, type.Path, plain);

    /// <summary>A path with the subscription and the properties of a resource filled in.</summary>
    /// <exception cref="RpcException">A property that the path needs is missing.</exception>
    public string PathOf(ArmResourceType type, PathTemplate path, PropertyMap plain)
    {
        try
        {
            return path.Expand(name => name == "subscriptionId" ? endpoint.SubscriptionId : plain.TextAt(name));
        }
        catch (ArgumentException failure)
        {
            throw new RpcException(RpcStatusCode.InvalidArgument, $"The {type.Noun} cannot be addressed: {failure.Message}", failure);
        }
    }

    /// <summary>Where a resource is read.</summary>
    public Uri AddressOf(ArmResourceType type, string id, PropertyMap plain) => endpoint.At(id, type.ApiVersion, QueryOf(type, plain));

    /// <summary>The query that reads and deletes of a type need.</summary>
    public IReadOnlyDictionary<string, string> QueryOf(ArmResourceType type, PropertyMap plain) =>
        type.Query?.Invoke(plain, endpoint.TenantId) ?? new Dictionary<string, string>();

    /// <summary>The address of any path in the version of a type.</summary>
    public Uri At(ArmResourceType type, string path, IReadOnlyDictionary<string, string>? query = null) => endpoint.At(path, type.ApiVersion, query);

    /// <summary>Reads an address; null when nothing is there.</summary>
    /// <exception cref="AzureException">The read failed for another reason.</exception>
    public Task<PropertyMap?> GetAsync(Operation operation, string id, Uri address, CancellationToken cancellationToken) =>
        retrier.RunAsync(
            operation with { Kind = OperationKind.Read },
            id,
            async token =>
            {
                var response = await rest.SendAsync(new RestRequest(RequestMethod.Get, address), operation.CorrelationId, token);
                if (response.IsSuccess)
                    return response.Body;
                var error = AzureError.Of(response);
                return error.SaysAbsent ? (PropertyMap?)null : throw new AzureException(error);
            },
            cancellationToken);

    /// <summary>Makes a call once.</summary>
    /// <exception cref="AzureException">It failed.</exception>
    public async Task<RestResponse> SendOnceAsync(Operation operation, RestRequest request, CancellationToken cancellationToken)
    {
        var response = await rest.SendAsync(request, operation.CorrelationId, cancellationToken);
        return response.IsSuccess ? response : throw new AzureException(AzureError.Of(response));
    }

    /// <summary>Repeats an attempt as the rules say.</summary>
    public Task<T> RepeatAsync<T>(Operation operation, string id, Func<CancellationToken, Task<T>> attempt, CancellationToken cancellationToken) =>
        retrier.RunAsync(operation, id, attempt, cancellationToken);
}
