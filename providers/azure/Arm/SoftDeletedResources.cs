using Azure.Core;
using Provisioning.Protocol.Values;
using Provisioning.Providers.Azure.Http;
using Provisioning.Providers.Azure.LongRunning;
using Provisioning.Providers.Azure.Operations;
using Provisioning.Providers.Azure.Resources;
using Provisioning.Providers.Azure.Values;

namespace Provisioning.Providers.Azure.Arm;

/// <summary>Recovers and purges what services keep after a delete.</summary>
/// <param name="client">Makes calls.</param>
/// <param name="writer">Writes resources.</param>
/// <param name="poller">Follows purges.</param>
/// <param name="progress">Tells what was done.</param>
/// <param name="purges">Whether deletes purge, as the provider's settings say; off unless asked for, since it cannot be undone.</param>
internal sealed class SoftDeletedResources(ArmClient client, ArmWriter writer, OperationPoller poller, Progress progress, bool purges)
{
    /// <summary>
    /// Brings a deleted resource back if it had exactly the id that is to be created; null when the name is held by
    /// something else. Recovery ignores the rest of the body, so the whole resource is sent once more.
    /// </summary>
    public async Task<LiveResource?> RecoverAsync(
        Operation operation, ArmResourceType type, string id, PropertyMap plain, PropertyMap body, CancellationToken cancellationToken)
    {
        if (type.SoftDelete is not { Store: { } store } kept)
            return null;

        if (!await IsKeptAsync(operation, type, kept, store, id, plain, cancellationToken))
            return null;

        await writer.PutAsync(operation, type, id, plain, body.WithValueAt(kept.RecoverSwitch, kept.RecoverValue), mayExist: true, cancellationToken);
        await progress.NoteAsync(operation, $"Recovered the deleted {operation.Subject}, which still held the name.", cancellationToken);
        return await writer.PutAsync(operation, type, id, plain, body, mayExist: true, cancellationToken);
    }

    /// <summary>The query that makes a DELETE of the type keep nothing, if that is wanted.</summary>
    public IReadOnlyDictionary<string, string> QueryOf(ArmResourceType type) =>
        purges && type.SoftDelete is { } kept ? kept.PurgeQuery : new Dictionary<string, string>();

    /// <summary>
    /// Purges what a delete left behind, if that is wanted. A purge that is refused, as protection against it demands, is
    /// told and no failure: the resource is deleted.
    /// </summary>
    public async Task PurgeAsync(Operation operation, ArmResourceType type, PropertyMap plain, CancellationToken cancellationToken)
    {
        if (!purges || type.SoftDelete is not { Store: { } store })
            return;

        try
        {
            var path = client.PathOf(type, store, plain);
            var address = client.At(type, path);
            var request = new RestRequest(RequestMethod.Post, client.At(type, path + "/purge"));
            var accepted = await client.RepeatAsync(operation, path, token => client.SendOnceAsync(operation, request, token), cancellationToken);
            await poller.CompleteDeleteAsync(operation, accepted, address, awaitGone: true, cancellationToken);
        }
        catch (AzureException failure)
        {
            await progress.NoteAsync(operation, $"The deleted {operation.Subject} was not purged: {failure.Error.Code}: {failure.Message}", cancellationToken);
        }
    }

    /// <summary>Purges what is kept of exactly this id, if that is wanted; nothing when nothing is.</summary>
    public async Task FinishPurgeAsync(Operation operation, ArmResourceType type, string id, PropertyMap plain, CancellationToken cancellationToken)
    {
        if (purges && type.SoftDelete is { Store: { } store } kept && await IsKeptAsync(operation, type, kept, store, id, plain, cancellationToken))
            await PurgeAsync(operation, type, plain, cancellationToken);
    }

    private async Task<bool> IsKeptAsync(
        Operation operation, ArmResourceType type, SoftDelete kept, PathTemplate store, string id, PropertyMap plain, CancellationToken cancellationToken)
    {
        var path = client.PathOf(type, store, plain);
        return await client.GetAsync(operation, path, client.At(type, path), cancellationToken) is { } deleted
            && ResourceIds.AreEqual(deleted.TextAt(kept.OriginalId), id);
    }
}
