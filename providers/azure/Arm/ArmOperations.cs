using Azure.Core;
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
    ArmClient client, ArmWriter writer, OperationPoller poller, SoftDeletedResources deleted, RecentChanges recent, KeyedLocks locks, Progress progress)
{
    /// <summary>Creates a resource; one that exists is an error unless the type says that it is the same one.</summary>
    /// <exception cref="ExistsException">A resource of this name exists.</exception>
    /// <exception cref="AzureException">Nothing was created, or it is not known whether something was.</exception>
    /// <exception cref="PartialFailureException">Something was created and is not complete.</exception>
    public async Task<LiveResource> CreateAsync(Operation operation, ArmResourceType type, PropertyMap inputs, CancellationToken cancellationToken)
    {
        var plain = inputs.Plain();
        var id = client.IdOf(type, plain);
        using var turn = await TurnAsync(type, id, cancellationToken);
        var existing = await ReadAsync(operation, type, id, plain, cancellationToken);
        if (existing is not null && !IsSame(type, existing, plain))
            throw new ExistsException(existing.Id);
        if (existing is not null)
            await progress.NoteAsync(operation, $"Took over the existing {operation.Subject} '{existing.Id}', which is exactly the one declared.", cancellationToken);

        var created = await PutNewAsync(operation, type, id, plain, mayExist: existing is not null, cancellationToken);
        Remember(type, created, plain);
        Verify(operation, type, created, plain);
        return created;
    }

    /// <summary>
    /// Finds what an interrupted create has made, and waits for its end. The id follows from the inputs; what has it and holds
    /// what was sent is ours, as after a lost answer.
    /// </summary>
    /// <returns>The resource; null when nothing has the id.</returns>
    /// <exception cref="ExistsException">Something else has the id.</exception>
    /// <exception cref="PartialFailureException">It was created and is not complete.</exception>
    public async Task<LiveResource?> FindCreatedAsync(Operation operation, ArmResourceType type, PropertyMap inputs, CancellationToken cancellationToken)
    {
        var plain = inputs.Plain();
        var id = client.IdOf(type, plain);
        var found = await client.GetAsync(operation, id, client.AddressOf(type, id, plain), cancellationToken);
        if (found is null || found.Count == 0)
            return null;

        var made = ArmBody.ToResource(type, id, found);
        if (!Mirrors.Holds(NewBody(type, plain), found) && !IsSame(type, made, plain))
            throw new ExistsException(made.Id);
        made = await writer.AwaitEndAsync(operation, type, made, plain, cancellationToken);
        Remember(type, made, plain);
        Verify(operation, type, made, plain);
        return made;
    }

    /// <summary>Changes a resource by sending all of it again.</summary>
    /// <exception cref="AzureException">Nothing was changed, or it is not known whether something was.</exception>
    /// <exception cref="PartialFailureException">The change was accepted and did not finish.</exception>
    public async Task<LiveResource> UpdateAsync(
        Operation operation, ArmResourceType type, string id, PropertyMap oldInputs, PropertyMap inputs, CancellationToken cancellationToken)
    {
        var plain = inputs.Plain();
        using var turn = await TurnAsync(type, id, cancellationToken);
        var body = ArmBody.ToWire(type, WithResets(type, oldInputs, plain));
        if (type.SharedLists.Any(path => body.ValueAt(path).IsNull()))
            body = await KeepSharedListsAsync(operation, type, id, plain, body, cancellationToken);
        return await writer.PutAsync(operation, type, id, plain, body, mayExist: true, cancellationToken);
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
        var body = await client.GetAsync(operation, id, client.AddressOf(type, id, properties.Plain()), cancellationToken);
        return body is null || body.Count == 0 ? null : ArmBody.ToResource(type, id, body);
    }

    /// <summary>Deletes a resource; one that does not exist counts as deleted.</summary>
    public async Task DeleteAsync(Operation operation, ArmResourceType type, string id, PropertyMap properties, CancellationToken cancellationToken)
    {
        var plain = properties.Plain();
        using var turn = await TurnAsync(type, id, cancellationToken);
        var query = client.QueryOf(type, plain).Concat(type.DeleteQuery?.Invoke(plain) ?? []).Concat(deleted.QueryOf(type)).ToDictionary();
        var request = new RestRequest(RequestMethod.Delete, client.At(type, id, query));
        await client.RepeatAsync(
            operation,
            id,
            async token =>
            {
                try
                {
                    var response = await client.SendOnceAsync(operation, request, token);
                    if (response.Status != 204)
                        await poller.CompleteDeleteAsync(operation, response, client.AddressOf(type, id, plain), type.AwaitsGone, token);
                }
                catch (AzureException failure) when (failure.Error.SaysAbsent)
                {
                    return false;
                }

                return true;
            },
            cancellationToken);
        await deleted.PurgeAsync(operation, type, plain, cancellationToken);
    }

    /// <summary>Purges what an interrupted delete had deleted and not purged, if deletes purge.</summary>
    public Task FinishDeleteAsync(Operation operation, ArmResourceType type, string id, PropertyMap properties, CancellationToken cancellationToken) =>
        deleted.FinishPurgeAsync(operation, type, id, properties.Plain(), cancellationToken);

    private async Task<LiveResource> PutNewAsync(
        Operation operation, ArmResourceType type, string id, PropertyMap plain, bool mayExist, CancellationToken cancellationToken)
    {
        var body = NewBody(type, plain);
        try
        {
            return await writer.PutAsync(operation, type, id, plain, body, mayExist, cancellationToken);
        }
        catch (AzureException failure) when (type.ConflictCode.Length > 0 && failure.Error.Codes.Contains(type.ConflictCode))
        {
            if (await FindSameAsync(operation, type, id, plain, cancellationToken) is { } same)
                return same;
            throw;
        }
        catch (AzureException failure) when (type.SoftDelete is { BlockedCode.Length: > 0 } kept && failure.Error.Codes.Contains(kept.BlockedCode))
        {
            if (await deleted.RecoverAsync(operation, type, id, plain, body, cancellationToken) is { } recovered)
                return recovered;
            throw;
        }
    }

    /// <summary>
    /// Looks for the resource that keeps ours from being created because it means the same. One with our name is ours;
    /// another name is somebody else's, to be imported or removed.
    /// </summary>
    private async Task<LiveResource?> FindSameAsync(Operation operation, ArmResourceType type, string id, PropertyMap inputs, CancellationToken cancellationToken)
    {
        var collection = id[..id.LastIndexOf('/')];
        var filter = new Dictionary<string, string> { ["$filter"] = type.ConflictFilter(inputs) };
        for (var page = client.At(type, collection, filter); page is not null;)
        {
            var body = await client.GetAsync(operation, collection, page, cancellationToken) ?? PropertyMap.Empty;
            var items = body.GetOrNull("value") is PropertyValue.ArrayValue list ? list.Items.Select(item => item.AsMembers()) : [];
            var same = items.Select(item => ArmBody.ToResource(type, "", item)).FirstOrDefault(item => IsSame(type, item, inputs));
            if (same is not null)
                return same.Id.Equals(id, StringComparison.OrdinalIgnoreCase) ? same : throw new ExistsException(same.Id);
            page = Uri.TryCreate(body.TextAt("nextLink"), UriKind.Absolute, out var next) ? next : null;
        }

        return null;
    }

    private async Task<PropertyMap> KeepSharedListsAsync(
        Operation operation, ArmResourceType type, string id, PropertyMap plain, PropertyMap body, CancellationToken cancellationToken)
    {
        var current = await client.GetAsync(operation, id, client.AddressOf(type, id, plain), cancellationToken) ?? PropertyMap.Empty;
        return type.SharedLists
            .Where(path => body.ValueAt(path).IsNull() && !current.ValueAt(path).IsNull())
            .Aggregate(body, (kept, path) => kept.WithValueAt(path, current.ValueAt(path)));
    }

    private Task<IDisposable> TurnAsync(ArmResourceType type, string id, CancellationToken cancellationToken) =>
        type.OneWriteAtATime ? locks.EnterAsync(PathTemplate.ParentOf(id), cancellationToken) : Task.FromResult(NoTurn.Instance);

    /// <summary>What retries may have to wait for.</summary>
    private void Remember(ArmResourceType type, LiveResource created, PropertyMap plain)
    {
        recent.Created(created.Id);
        if (type.GrantsTo.Length > 0 && plain.TextAt(type.GrantsTo) is { } principal)
            recent.Granted(principal);
    }

    private static PropertyMap NewBody(ArmResourceType type, PropertyMap plain) =>
        type.SharedLists.Aggregate(ArmBody.ToWire(type, plain), EmptyUnlessGiven);

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
}
