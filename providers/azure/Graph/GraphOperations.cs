using Azure.Core;
using Provisioning.Protocol.Values;
using Provisioning.Providers.Azure.Http;
using Provisioning.Providers.Azure.Operations;
using Provisioning.Providers.Azure.Retries;
using Provisioning.Providers.Azure.Values;

namespace Provisioning.Providers.Azure.Graph;

/// <summary>Creates, reads, updates and deletes any resource of the table in Microsoft Graph.</summary>
/// <remarks>
/// Graph is eventually consistent: a read may reach a replica that does not know of a write yet. Writes end when reads
/// agree with them (azuread, internal/helpers/consistency).
/// </remarks>
internal sealed class GraphOperations(
    GraphEndpoint endpoint, RestClient client, Retrier retrier, GraphConsistency consistency, RecentChanges recent, KeyedLocks locks)
{
    /// <summary>Creates a resource; one that exists under its natural key is an error unless the inputs take it over.</summary>
    /// <exception cref="ExistsException">The resource exists.</exception>
    /// <exception cref="AzureException">Nothing was created, or it is not known whether something was.</exception>
    /// <exception cref="PartialFailureException">It was created, and the wait for the directory to show it did not end well.</exception>
    public async Task<LiveResource> CreateAsync(Operation operation, GraphResourceType type, PropertyMap inputs, CancellationToken cancellationToken)
    {
        var plain = inputs.Plain();
        var collection = type.Collection.Expand(name => GraphIds.ObjectIdOf(plain.TextAt(name)));
        using var turn = await TurnAsync(type, collection, cancellationToken);
        var key = type.NaturalKey(plain);
        if (key is not null && !type.HasUniqueName && await GetAsync(operation, key, cancellationToken) is { } existing)
        {
            var found = ToResource(type, plain, existing);
            if (!type.TakesOver(plain))
                throw new ExistsException(found.Id);
            return await PatchAsync(operation, type, found.Id, GraphBody.ToWire(type, Changeable(type, plain)), plain, cancellationToken);
        }

        var body = GraphBody.ToWire(type, inputs);
        var created = key is not null && type.HasUniqueName
            ? await UpsertAsync(operation, key, body, cancellationToken)
            : await PostAsync(operation, type, collection, plain, body, cancellationToken);
        return await AwaitVisibleAsync(operation, type, plain, created, cancellationToken);
    }

    /// <summary>
    /// Finds what an interrupted create has made, by its natural key. A unique name is ours alone; under another key, what holds
    /// what was sent is ours, as after a lost answer.
    /// </summary>
    /// <returns>The resource; null when nothing has the key.</returns>
    /// <exception cref="ExistsException">Something else has the key.</exception>
    /// <exception cref="AzureException">The inputs give no key.</exception>
    public async Task<LiveResource?> FindCreatedAsync(Operation operation, GraphResourceType type, PropertyMap inputs, CancellationToken cancellationToken)
    {
        var plain = inputs.Plain();
        if (type.NaturalKey(plain) is not { } key)
            throw new AzureException(new AzureError(0, "", $"The directory has no name to find the {operation.Subject} by. Look for it there: import it, or delete it."));
        if (await GetAsync(operation, key, cancellationToken) is not { } found)
            return null;
        if (!type.HasUniqueName && !Mirrors.Holds(GraphBody.ToWire(type, inputs), found))
            throw new ExistsException(ToResource(type, plain, found).Id);
        return await AwaitVisibleAsync(operation, type, plain, found, cancellationToken);
    }

    /// <summary>Reads a resource; null when it does not exist.</summary>
    public async Task<LiveResource?> ReadAsync(Operation operation, GraphResourceType type, string id, CancellationToken cancellationToken)
    {
        var parents = ValuesOf(type, id);
        var body = await GetAsync(operation, PathOf(type, id), cancellationToken);
        return body is null ? null : ToResource(type, PropertyMap.Create(parents.Select(pair => KeyValuePair.Create(pair.Key, (PropertyValue)pair.Value))), body);
    }

    /// <summary>Changes what differs between old and new inputs.</summary>
    public async Task<LiveResource> UpdateAsync(
        Operation operation, GraphResourceType type, string id, PropertyMap oldInputs, PropertyMap inputs, CancellationToken cancellationToken)
    {
        using var turn = await TurnAsync(type, CollectionOf(type, id), cancellationToken);
        var patch = GraphBody.ToPatch(type, Changeable(type, oldInputs.Plain()), Changeable(type, inputs.Plain()));
        return await PatchAsync(operation, type, id, patch, inputs.Plain(), cancellationToken);
    }

    /// <summary>Deletes a resource; one that does not exist counts as deleted.</summary>
    public async Task DeleteAsync(Operation operation, GraphResourceType type, string id, CancellationToken cancellationToken)
    {
        using var turn = await TurnAsync(type, CollectionOf(type, id), cancellationToken);
        var path = PathOf(type, id);
        await retrier.RunAsync(
            operation,
            path,
            async token =>
            {
                var response = await client.SendAsync(new RestRequest(RequestMethod.Delete, endpoint.At(path)), operation.CorrelationId, token);
                return response.IsSuccess || AzureError.Of(response).SaysAbsent ? response : throw new AzureException(AzureError.Of(response));
            },
            cancellationToken);
        await consistency.AwaitGoneAsync(operation, token => GetAsync(operation, path, token), cancellationToken);
    }

    /// <summary>The objects that a filter finds, at most two: enough to know whether it finds one.</summary>
    public async Task<IReadOnlyList<LiveResource>> FindAsync(Operation operation, GraphResourceType type, string filter, CancellationToken cancellationToken)
    {
        var body = await GetAsync(operation, endpoint.At(type.Collection.ToString(), filter), cancellationToken) ?? PropertyMap.Empty;
        return body.GetOrNull("value") is PropertyValue.ArrayValue list
            ? [.. list.Items.Take(2).Select(item => ToResource(type, PropertyMap.Empty, item.AsMembers()))]
            : [];
    }

    /// <summary>The resource at an alternate key; null when there is none.</summary>
    public async Task<LiveResource?> FindByKeyAsync(Operation operation, GraphResourceType type, string path, CancellationToken cancellationToken) =>
        await GetAsync(operation, path, cancellationToken) is { } body ? ToResource(type, PropertyMap.Empty, body) : null;

    private async Task<LiveResource> AwaitVisibleAsync(
        Operation operation, GraphResourceType type, PropertyMap plain, PropertyMap created, CancellationToken cancellationToken)
    {
        var resource = ToResource(type, plain, created);
        recent.Created(PathOf(type, resource.Id));
        if (created.TextAt("appId") is { } appId)
            recent.Created(appId);
        try
        {
            var settled = await consistency.AwaitVisibleAsync(operation, token => GetAsync(operation, PathOf(type, resource.Id), token), cancellationToken);
            return settled is null ? resource : ToResource(type, plain, settled);
        }
        catch (AzureException failure)
        {
            throw new PartialFailureException(resource.Id, resource.Outputs, failure.Error);
        }
        catch (StoppedException stopped)
        {
            throw new PartialFailureException(resource.Id, resource.Outputs, stopped.ToError());
        }
    }

    private async Task<LiveResource> PatchAsync(
        Operation operation, GraphResourceType type, string id, PropertyMap patch, PropertyMap plain, CancellationToken cancellationToken)
    {
        var path = PathOf(type, id);
        if (patch.Count > 0)
        {
            var request = new RestRequest(RequestMethod.Patch, endpoint.At(path)) { Body = patch };
            await SendAsync(operation, path, request, cancellationToken);
        }

        var settled = await consistency.AwaitEqualAsync(operation, patch, token => GetAsync(operation, path, token), cancellationToken);
        return ToResource(type, plain, settled);
    }

    /// <summary>Creates a resource under a name that nobody else uses; what is there under it was made by an attempt before.</summary>
    private async Task<PropertyMap> UpsertAsync(Operation operation, string key, PropertyMap body, CancellationToken cancellationToken)
    {
        var request = new RestRequest(RequestMethod.Patch, endpoint.At(key))
        {
            Body = body,
            Headers = new Dictionary<string, string> { ["Prefer"] = "create-if-missing" },
        };
        var answer = await SendAsync(operation, key, request, cancellationToken);
        return answer.Body.TextAt("id") is not null
            ? answer.Body
            : await consistency.AwaitVisibleAsync(operation, token => GetAsync(operation, key, token), cancellationToken)
                ?? throw new AzureException(new AzureError(404, "", $"The directory accepted {operation.Subject}, but it cannot be found."));
    }

    /// <summary>
    /// A POST makes another resource each time, so after a lost answer the natural key decides whether ours was made. Without
    /// a key the loss is final: a second attempt could leave a second resource behind.
    /// </summary>
    private async Task<PropertyMap> PostAsync(
        Operation operation, GraphResourceType type, string collection, PropertyMap plain, PropertyMap body, CancellationToken cancellationToken)
    {
        var key = type.NaturalKey(plain);
        var answerLost = false;
        return await retrier.RunAsync(operation, key is null ? collection : SubjectOf(type, plain, collection), AttemptAsync, cancellationToken);

        async Task<PropertyMap> AttemptAsync(CancellationToken token)
        {
            if (answerLost && key is not null && await GetAsync(operation, key, token) is { } found)
                return Mirrors.Holds(body, found) ? found : throw new ExistsException(ToResource(type, plain, found).Id);

            try
            {
                var response = await client.SendAsync(
                    new RestRequest(RequestMethod.Post, endpoint.At(collection)) { Body = body }, operation.CorrelationId, token);
                return response.IsSuccess ? response.Body : throw new AzureException(AzureError.Of(response));
            }
            catch (AzureException failure) when (failure.Error.MayHaveTakenEffect)
            {
                answerLost = true;
                if (key is null)
                    throw new AzureException(failure.Error with { IsFinal = true });
                throw;
            }
        }
    }

    private Task<RestResponse> SendAsync(Operation operation, string id, RestRequest request, CancellationToken cancellationToken) =>
        retrier.RunAsync(
            operation,
            id,
            async token =>
            {
                var response = await client.SendAsync(request, operation.CorrelationId, token);
                return response.IsSuccess ? response : throw new AzureException(AzureError.Of(response));
            },
            cancellationToken);

    private Task<PropertyMap?> GetAsync(Operation operation, string path, CancellationToken cancellationToken) =>
        GetAsync(operation, endpoint.At(path), cancellationToken);

    private Task<PropertyMap?> GetAsync(Operation operation, Uri address, CancellationToken cancellationToken) =>
        retrier.RunAsync(
            operation with { Kind = OperationKind.Read },
            address.AbsolutePath,
            async token =>
            {
                var response = await client.SendAsync(new RestRequest(RequestMethod.Get, address), operation.CorrelationId, token);
                if (response.IsSuccess)
                    return response.Body;
                var error = AzureError.Of(response);
                return error.SaysAbsent ? (PropertyMap?)null : throw new AzureException(error);
            },
            cancellationToken);

    private Task<IDisposable> TurnAsync(GraphResourceType type, string collection, CancellationToken cancellationToken) =>
        type.OneWriteAtATime ? locks.EnterAsync(collection, cancellationToken) : Task.FromResult(NoTurn.Instance);

    /// <summary>What must be visible for a create to succeed: the application with a client id, or the parent of a path.</summary>
    private static string SubjectOf(GraphResourceType type, PropertyMap plain, string collection) =>
        type.Parents.Count > 0 ? collection + "/new" : plain.TextAt("clientId") ?? collection;

    private static PropertyMap Changeable(GraphResourceType type, PropertyMap inputs) =>
        type.CreateOnly.Aggregate(inputs, (all, name) => all.Without(name));

    private static string CollectionOf(GraphResourceType type, string id)
    {
        var values = ValuesOf(type, id);
        return type.Collection.Expand(name => values.GetValueOrDefault(name));
    }

    private static string PathOf(GraphResourceType type, string id)
    {
        var values = ValuesOf(type, id);
        return type.Path.Expand(name => values.GetValueOrDefault(name));
    }

    private static IReadOnlyDictionary<string, string> ValuesOf(GraphResourceType type, string id) =>
        type.Id.TryMatch(id, out var values)
            ? values
            : throw new AzureException(new AzureError(404, "", $"'{id}' is no id of this type; ids look like {IdText(type, type.Id.ToString())}."));

    private static LiveResource ToResource(GraphResourceType type, PropertyMap parents, PropertyMap body)
    {
        var key = body.TextAt("id");
        var id = IdText(type, type.Id.Expand(name => name == type.Key ? key : GraphIds.ObjectIdOf(parents.TextAt(name))));
        var outputs = type.Parents.Aggregate(
            GraphBody.ToOutputs(type, body), (all, name) => all.With(name, $"/applications/{GraphIds.ObjectIdOf(parents.TextAt(name))}"));
        return new LiveResource(id, outputs);
    }

    /// <summary>Ids of children have no leading slash (azuread, applications/parse).</summary>
    private static string IdText(GraphResourceType type, string id) => type.Parents.Count > 0 ? id.TrimStart('/') : id;
}
