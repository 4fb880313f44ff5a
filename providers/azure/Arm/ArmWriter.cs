using Azure.Core;
using Provisioning.Protocol.Values;
using Provisioning.Providers.Azure.Http;
using Provisioning.Providers.Azure.LongRunning;
using Provisioning.Providers.Azure.Operations;
using Provisioning.Providers.Azure.Values;

namespace Provisioning.Providers.Azure.Arm;

/// <summary>Sends a whole resource and follows the write to its end.</summary>
internal sealed class ArmWriter(ArmClient client, OperationPoller poller)
{
    /// <summary>Writes a resource.</summary>
    /// <param name="operation">What the write is part of.</param>
    /// <param name="type">The resource's type.</param>
    /// <param name="id">Its id.</param>
    /// <param name="plain">Its inputs, for the query of reads.</param>
    /// <param name="body">The body to send.</param>
    /// <param name="mayExist">
    /// Whether the resource may have existed before. If not, one that is found after a lost answer and is not what was sent
    /// belongs to somebody else.
    /// </param>
    /// <param name="cancellationToken">Ends waiting.</param>
    /// <exception cref="AzureException">Nothing was written, or it is not known whether something was.</exception>
    /// <exception cref="ExistsException">Somebody else created the resource at the same time.</exception>
    /// <exception cref="PartialFailureException">Azure accepted the write and did not finish it.</exception>
    public async Task<LiveResource> PutAsync(
        Operation operation, ArmResourceType type, string id, PropertyMap plain, PropertyMap body, bool mayExist, CancellationToken cancellationToken)
    {
        var resource = client.AddressOf(type, id, plain);
        var request = new RestRequest(RequestMethod.Put, client.At(type, id)) { Body = body };
        var accepted = false;
        var answerLost = false;
        try
        {
            var final = await client.RepeatAsync(operation, id, AttemptAsync, cancellationToken);
            return ArmBody.ToResource(type, id, final.Body);
        }
        catch (AzureException failure) when (accepted)
        {
            throw await KeepAsync(failure.Error) ?? (Exception)failure;
        }
        catch (StoppedException stopped) when (accepted)
        {
            throw await KeepAsync(stopped.ToError()) ?? (Exception)stopped;
        }
        catch (StoppedException stopped) when (answerLost)
        {
            throw new AzureException(stopped.ToError() with { Meaning = FailureKind.NoAnswer });
        }

        async Task<RestResponse> AttemptAsync(CancellationToken token)
        {
            if (answerLost && await client.GetAsync(operation, id, resource, token) is { Count: > 0 } found)
            {
                if (Mirrors.Holds(body, found))
                {
                    accepted = true;
                    return await poller.SettleAsync(operation, resource, token);
                }

                if (!mayExist)
                    throw new ExistsException(id);
            }

            RestResponse response;
            try
            {
                response = await client.SendOnceAsync(operation, request, token);
            }
            catch (AzureException failure) when (failure.Error.MayHaveTakenEffect)
            {
                answerLost = true;
                throw;
            }

            accepted = true;
            return await poller.CompleteWriteAsync(operation, response, resource, token);
        }

        async Task<PartialFailureException?> KeepAsync(AzureError error)
        {
            var left = await client.GetAsync(operation, id, resource, cancellationToken);
            if (left is null)
                return null;
            var kept = ArmBody.ToResource(type, id, left);
            return new PartialFailureException(kept.Id, kept.Outputs, error);
        }
    }

    /// <summary>Waits until a resource that somebody began to write is complete.</summary>
    /// <exception cref="PartialFailureException">It does not become so.</exception>
    public async Task<LiveResource> AwaitEndAsync(
        Operation operation, ArmResourceType type, LiveResource found, PropertyMap plain, CancellationToken cancellationToken)
    {
        try
        {
            var final = await poller.SettleAsync(operation, client.AddressOf(type, found.Id, plain), cancellationToken);
            return ArmBody.ToResource(type, found.Id, final.Body);
        }
        catch (AzureException failure)
        {
            throw new PartialFailureException(found.Id, found.Outputs, failure.Error);
        }
        catch (StoppedException stopped)
        {
            throw new PartialFailureException(found.Id, found.Outputs, stopped.ToError());
        }
    }
}
