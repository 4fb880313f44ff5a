using Azure.Core;
using Provisioning.Protocol.Rpc;
using Provisioning.Protocol.Values;
using Provisioning.Providers.Azure.Http;
using Provisioning.Providers.Azure.LongRunning;
using Provisioning.Providers.Azure.Operations;
using Provisioning.Providers.Azure.Resources;
using Provisioning.Providers.Azure.Retries;
using Provisioning.Providers.Azure.Values;

namespace Provisioning.Providers.Azure.Arm;

/// <summary>Creates, reads, updates and deletes any resource of the table in Azure Resource Manager.</summary>
internal sealed class ArmOperations(
    ArmEndpoint endpoint, RestClient client, Retrier retrier, OperationPoller poller, RecentChanges recent, KeyedLocks locks, Progress progress)
{
    /// <summary>Creates a resource; one that exists is an error unless the type says that it is the same one.</summary>
    /// <exception cref="ExistsException">A resource of this name exists.</exception>
    /// <exception cref="AzureException">Nothing was created, or it is not known whether something was.</exception>
    /// <exception cref="PartialFailureException">Something was created and is not complete.</exception>
    public async Task<LiveResource> CreateAsync(Operation operation, ArmResourceType type, PropertyMap inputs, CancellationToken cancellationToken)
    {
        var plain = inputs.Plain();
        var id = PathOf(type, plain);
        using var turn = await TurnAsync(type, id, cancellationToken);
        var existing = await ReadAsync(operation, type, id, plain, cancellationToken);
        if (existing is not null && !IsSame(type, existing, plain))
            throw new ExistsException(existing.Id);
        if (existing is not null)
            await progress.NoteAsync(operation, $"Took over the existing {operation.Subject} '{existing.Id}', which is exactly the one declared.", cancellationToken);

        var body = type.SharedLists.Aggregate(ArmBody.ToWire(type, inputs), EmptyUnlessGiven);
        try
        {
            var created = await PutAsync(operation, type, id, plain, body, mayExist: existing is not null, cancellationToken);
            Remember(type, created, plain);
            Verify(operation, type, created, plain);
            return created;
        }
        catch (AzureException failure) when (type.ConflictCode.Length > 0 && failure.Error.Codes.Contains(type.ConflictCode))
        {
            if (await FindSameAsync(operation, type, id, plain, cancellationToken) is { } same)
                return same;
            throw;
        }
    }

    /// <summary>Changes a resource by sending all of it again.</summary>
    /// <exception cref="AzureException">Nothing was changed, or it is not known whether something was.</exception>
    /// <exception cref="PartialFailureException">The change was accepted and did not finish.</exception>
    public async Task<LiveResource> UpdateAsync(
        Operation operation, ArmResourceType type, string id, PropertyMap oldInputs, PropertyMap inputs, CancellationToken cancellationToken)
    {
        var plain = inputs.Plain();
        using var turn = await TurnAsync(type, id, cancellationToken);
        var body = ArmBody.ToWire(type, WithResets(type, oldInputs, inputs));
        if (type.SharedLists.Any(path => body.ValueAt(path).IsNull()))
            body = await KeepSharedListsAsync(operation, id, body, AddressOf(type, id, plain), type.SharedLists, cancellationToken);
        return await PutAsync(operation, type, id, plain, body, mayExist: true, cancellationToken);
    }

    /// <summary>Reads a resource; null when it does not exist.</summary>
    /// <param name="operation">What the read is part of.</param>
    /// <param name="type">The resource's type.</param>
    /// <param name="id">Its id.</param>
    /// <param name="properties">Its inputs or outputs as far as they are known.</param>
    /// <param name="cancellationToken">Ends waiting.</param>
    public async Task<LiveResource?> ReadAsync(
        Operation operation, ArmResourceType type, string id, PropertyMap properties, CancellationToken cancellationToken)
    {
        var body = await GetAsync(operation, id, AddressOf(type, id, properties), cancellationToken);
        return body is null || body.Count == 0 ? null : ToResource(type, id, body);
    }

    /// <summary>Deletes a resource; one that does not exist counts as deleted.</summary>
    public async Task DeleteAsync(Operation operation, ArmResourceType type, string id, PropertyMap properties, CancellationToken cancellationToken)
    {
        var plain = properties.Plain();
        using var turn = await TurnAsync(type, id, cancellationToken);
        var resource = AddressOf(type, id, plain);
        var query = new Dictionary<string, string>(type.Query?.Invoke(plain, endpoint.TenantId) ?? new Dictionary<string, string>());
        foreach (var (name, value) in type.DeleteQuery?.Invoke(plain) ?? new Dictionary<string, string>())
            query[name] = value;
        var request = new RestRequest(RequestMethod.Delete, endpoint.At(id, type.ApiVersion, query));
        await retrier.RunAsync(
            operation,
            id,
            async token =>
            {
                var response = await client.SendAsync(request, operation.CorrelationId, token);
                if (response.Status == 204)
                    return true;
                if (!response.IsSuccess)
                    return AzureError.Of(response) is { SaysAbsent: false } error ? throw new AzureException(error) : true;
                await poller.CompleteDeleteAsync(operation, response, resource, type.AwaitsGone, token);
                return true;
            },
            cancellationToken);
    }

    /// <summary>The id that the inputs give a resource.</summary>
    /// <exception cref="RpcException">An input that makes the path is missing.</exception>
    public string PathOf(ArmResourceType type, PropertyMap plain)
    {
        try
        {
            return type.Path.Expand(name => name == "subscriptionId" ? endpoint.SubscriptionId : plain.TextAt(name));
        }
        catch (ArgumentException failure)
        {
            throw new RpcException(RpcStatusCode.InvalidArgument, $"The {type.Noun} cannot be addressed: {failure.Message}", failure);
        }
    }

    private async Task<LiveResource> PutAsync(
        Operation operation, ArmResourceType type, string id, PropertyMap plain, PropertyMap body, bool mayExist, CancellationToken cancellationToken)
    {
        var resource = AddressOf(type, id, plain);
        var request = new RestRequest(RequestMethod.Put, endpoint.At(id, type.ApiVersion)) { Body = body };
        var accepted = false;
        var answerLost = false;
        try
        {
            var final = await retrier.RunAsync(operation, id, AttemptAsync, cancellationToken);
            return ToResource(type, id, final.Body);
        }
        catch (AzureException failure) when (accepted)
        {
            var read = await ReadAsync(operation, type, id, plain, cancellationToken);
            throw read is null ? failure : new PartialFailureException(read.Id, read.Outputs, failure.Error);
        }
        catch (StoppedException stopped) when (accepted)
        {
            var read = await ReadAsync(operation, type, id, plain, cancellationToken);
            throw read is null ? stopped : new PartialFailureException(read.Id, read.Outputs, stopped.ToError());
        }
        catch (StoppedException stopped) when (answerLost)
        {
            throw new AzureException(stopped.ToError() with { Meaning = FailureKind.NoAnswer });
        }

        async Task<RestResponse> AttemptAsync(CancellationToken token)
        {
            if (answerLost && await GetAsync(operation, id, resource, token) is { Count: > 0 } found)
            {
                if (Mirrors.Holds(body, found))
                    return await FollowAsync(() => poller.SettleAsync(operation, resource, token));
                if (!mayExist)
                    throw new ExistsException(id);
            }

            try
            {
                var response = await client.SendAsync(request, operation.CorrelationId, token);
                if (!response.IsSuccess)
                    throw new AzureException(AzureError.Of(response));
                return await FollowAsync(() => poller.CompleteWriteAsync(operation, response, resource, token));
            }
            catch (AzureException failure) when (!accepted && failure.Error.MayHaveTakenEffect)
            {
                answerLost = true;
                throw;
            }
        }

        async Task<RestResponse> FollowAsync(Func<Task<RestResponse>> follow)
        {
            accepted = true;
            return await follow();
        }
    }

    private Task<PropertyMap?> GetAsync(Operation operation, string id, Uri address, CancellationToken cancellationToken) =>
        retrier.RunAsync(
            operation with { Kind = OperationKind.Read },
            id,
            async token =>
            {
                var response = await client.SendAsync(new RestRequest(RequestMethod.Get, address), operation.CorrelationId, token);
                if (response.IsSuccess)
                    return response.Body;
                var error = AzureError.Of(response);
                return error.SaysAbsent ? (PropertyMap?)null : throw new AzureException(error);
            },
            cancellationToken);

    /// <summary>
    /// Looks for the resource that keeps ours from being created because it means the same. One with our name is ours;
    /// another name is somebody else's, to be imported or removed.
    /// </summary>
    private async Task<LiveResource?> FindSameAsync(Operation operation, ArmResourceType type, string id, PropertyMap inputs, CancellationToken cancellationToken)
    {
        var collection = id[..id.LastIndexOf('/')];
        var filter = new Dictionary<string, string> { ["$filter"] = type.ConflictFilter(inputs) };
        for (var page = endpoint.At(collection, type.ApiVersion, filter); page is not null;)
        {
            var body = await GetAsync(operation, collection, page, cancellationToken) ?? PropertyMap.Empty;
            var items = body.GetOrNull("value") is PropertyValue.ArrayValue list ? list.Items.Select(item => item.AsMembers()) : [];
            var same = items.Select(item => ToResource(type, item.TextAt("id") ?? "", item)).FirstOrDefault(item => IsSame(type, item, inputs));
            if (same is not null)
                return same.Id.Equals(id, StringComparison.OrdinalIgnoreCase) ? same : throw new ExistsException(same.Id);
            page = Uri.TryCreate(body.TextAt("nextLink"), UriKind.Absolute, out var next) ? next : null;
        }

        return null;
    }

    private async Task<PropertyMap> KeepSharedListsAsync(
        Operation operation, string id, PropertyMap body, Uri resource, IReadOnlyList<string> lists, CancellationToken cancellationToken)
    {
        var current = await GetAsync(operation, id, resource, cancellationToken) ?? PropertyMap.Empty;
        return lists
            .Where(path => body.ValueAt(path).IsNull() && !current.ValueAt(path).IsNull())
            .Aggregate(body, (kept, path) => kept.WithValueAt(path, current.ValueAt(path)));
    }

    private Task<IDisposable> TurnAsync(ArmResourceType type, string id, CancellationToken cancellationToken) =>
        type.OneWriteAtATime ? locks.EnterAsync(PathTemplate.ParentOf(id), cancellationToken) : Task.FromResult(NoTurn.Instance);

    private Uri AddressOf(ArmResourceType type, string id, PropertyMap properties) =>
        endpoint.At(id, type.ApiVersion, type.Query?.Invoke(properties, endpoint.TenantId));

    private void Remember(ArmResourceType type, LiveResource created, PropertyMap inputs)
    {
        recent.Created(created.Id);
        if (type.GrantsTo.Length > 0 && inputs.TextAt(type.GrantsTo) is { } principal)
            recent.Granted(principal);
    }

    private static void Verify(Operation operation, ArmResourceType type, LiveResource created, PropertyMap inputs)
    {
        foreach (var path in type.Verifies)
        {
            var (wanted, found) = (inputs.TextAt(path), created.Outputs.TextAt(path));
            if (wanted is null || found is null || wanted.Equals(found, StringComparison.OrdinalIgnoreCase))
                continue;

            var message = $"Azure created {operation.Subject} with {path} '{found}' instead of '{wanted}', as a deleted one of this name had it. "
                + "Choose another name, or delete it and wait before creating it again.";
            throw new PartialFailureException(created.Id, created.Outputs, new AzureError(AzureError.OperationFailed, "", message));
        }
    }

    private static PropertyMap WithResets(ArmResourceType type, PropertyMap oldInputs, PropertyMap inputs) =>
        type.ResetOnRemoval
            .Where(reset => !oldInputs.GetOrNull(reset.Key).IsNull() && inputs.GetOrNull(reset.Key).IsNull())
            .Aggregate(inputs, (all, reset) => all.With(reset.Key, reset.Value));

    private static PropertyMap EmptyUnlessGiven(PropertyMap body, string path) =>
        body.ValueAt(path).IsNull() ? body.WithValueAt(path, new PropertyValue.ArrayValue([])) : body;

    private static bool IsSame(ArmResourceType type, LiveResource resource, PropertyMap inputs) =>
        type.IsSame?.Invoke(resource.Outputs, inputs) ?? false;

    private static LiveResource ToResource(ArmResourceType type, string id, PropertyMap body)
    {
        var returned = body.TextAt("id");
        return new LiveResource(string.IsNullOrEmpty(returned) ? id : returned, ArmBody.ToOutputs(type, body));
    }
}
