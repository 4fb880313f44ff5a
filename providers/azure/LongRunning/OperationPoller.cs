using Azure.Core;
using Provisioning.Protocol.Values;
using Provisioning.Providers.Azure.Http;
using Provisioning.Providers.Azure.Operations;
using Provisioning.Providers.Azure.Retries;
using Provisioning.Providers.Azure.Values;

namespace Provisioning.Providers.Azure.LongRunning;

/// <summary>
/// Follows a request that Azure accepted until it has ended (azure-docs, async-operations; go-azure-sdk, pollers).
/// </summary>
/// <remarks>
/// The header <c>Azure-AsyncOperation</c> comes first, then <c>Location</c>, then the resource's own
/// <c>provisioningState</c>. Only Succeeded, Failed and Canceled are ends; every other state is progress.
/// </remarks>
internal sealed class OperationPoller(RestClient client, Retrier retrier, Progress progress, Waits waits)
{
    /// <summary>How long to wait when the service does not say (azure-docs, async-operations).</summary>
    private static readonly TimeSpan DefaultInterval = TimeSpan.FromSeconds(10);

    /// <summary>The first wait for a resource's own state, which most services reach soon; each further one is twice as long.</summary>
    private static readonly TimeSpan FirstStateInterval = TimeSpan.FromSeconds(1);

    /// <summary>Keeps a service that says "at once" from being asked in a tight loop.</summary>
    private static readonly TimeSpan ShortestInterval = TimeSpan.FromMilliseconds(200);

    /// <summary>How long a resource that was accepted may be missing from reads.</summary>
    private static readonly TimeSpan VisibilityLimit = TimeSpan.FromMinutes(2);

    /// <summary>Follows a write and reads the resource in the end.</summary>
    /// <returns>The answer to the last read.</returns>
    /// <exception cref="AzureException">The operation failed, or did not end in time.</exception>
    public async Task<RestResponse> CompleteWriteAsync(
        Operation operation, RestResponse accepted, Uri resource, CancellationToken cancellationToken)
    {
        await FollowAsync(operation, accepted, resource, cancellationToken);
        return await SettleAsync(operation, resource, cancellationToken);
    }

    /// <summary>Follows a delete.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="accepted">The answer to the DELETE.</param>
    /// <param name="resource">The resource's address.</param>
    /// <param name="awaitGone">Whether to wait until reads do not find the resource any more.</param>
    /// <param name="cancellationToken">Ends waiting.</param>
    /// <exception cref="AzureException">The operation failed, or did not end in time.</exception>
    public async Task CompleteDeleteAsync(
        Operation operation, RestResponse accepted, Uri resource, bool awaitGone, CancellationToken cancellationToken)
    {
        var followed = await FollowAsync(operation, accepted, resource, cancellationToken);
        if (!awaitGone && (followed || accepted.Status != 202))
            return;

        while (await ReadAsync(operation, resource, cancellationToken) is { } response)
            await WaitAsync(operation, State(response.Body) ?? "Deleting", response.RetryAfter, cancellationToken);
    }

    /// <summary>Reads a resource until its state is an end.</summary>
    /// <exception cref="AzureException">The state is a failure, or no end was reached in time.</exception>
    public async Task<RestResponse> SettleAsync(Operation operation, Uri resource, CancellationToken cancellationToken)
    {
        var invisibleSince = waits.Now;
        for (var interval = FirstStateInterval; ; interval = interval * 2 < DefaultInterval ? interval * 2 : DefaultInterval)
        {
            var response = await ReadAsync(operation, resource, cancellationToken);
            if (response is null && waits.Now - invisibleSince > VisibilityLimit)
                throw new AzureException(Failed("", $"Azure accepted {operation.Subject}, but it cannot be found.") with { Meaning = FailureKind.NotVisibleYet });

            var state = response is null ? "not visible yet" : State(response.Body);
            switch (state)
            {
                case null or "Succeeded" when response is not null:
                    return response;
                case "Failed" or "Canceled" when response is not null:
                    throw new AzureException(FailureOf(response.Body, state));
                default:
                    await WaitAsync(operation, state ?? "", response?.RetryAfter ?? interval, cancellationToken);
                    break;
            }
        }
    }

    private async Task<bool> FollowAsync(Operation operation, RestResponse accepted, Uri resource, CancellationToken cancellationToken)
    {
        if (accepted.AsyncOperation is { } status && status != resource)
            await FollowStatusAsync(operation, status, accepted.RetryAfter, cancellationToken);
        else if (accepted.Status is 202 && accepted.Location is { } location && location != resource)
            await FollowLocationAsync(operation, location, accepted.RetryAfter, cancellationToken);
        else
            return false;

        return true;
    }

    private async Task FollowStatusAsync(Operation operation, Uri status, TimeSpan? interval, CancellationToken cancellationToken)
    {
        var state = "accepted";
        while (true)
        {
            await WaitAsync(operation, state, interval, cancellationToken);
            var response = await PollAsync(operation, status, cancellationToken);
            if (response is null)
                continue;
            if (response.Body.Count == 0 && response.Status != 202)
                return;

            interval = response.RetryAfter ?? interval;
            state = response.Body.TextAt("status") ?? "accepted";
            if (Is(state, "Succeeded"))
                return;
            if (Is(state, "Failed") || Is(state, "Canceled"))
                throw new AzureException(FailureOf(response.Body, state));
        }
    }

    private async Task FollowLocationAsync(Operation operation, Uri location, TimeSpan? interval, CancellationToken cancellationToken)
    {
        while (true)
        {
            await WaitAsync(operation, "accepted", interval, cancellationToken);
            var response = await PollAsync(operation, location, cancellationToken);
            if (response is null && operation.Kind == OperationKind.Delete)
                return;
            if (response is { Status: not 202 })
                return;

            interval = response?.RetryAfter ?? interval;
            location = response?.Location ?? location;
        }
    }

    /// <summary>Asks how an operation goes. A refusal is how some services report that the operation failed.</summary>
    private async Task<RestResponse?> PollAsync(Operation operation, Uri address, CancellationToken cancellationToken)
    {
        try
        {
            return await ReadAsync(operation, address, cancellationToken);
        }
        catch (AzureException failure) when (failure.Error is { IsFinal: false, Status: >= 400 and < 500 })
        {
            throw new AzureException(failure.Error with { Status = AzureError.OperationFailed, Meaning = FailureKind.Failed });
        }
    }

    /// <summary>Reads an address; null when nothing is there, which while polling means "not yet" or "not any more".</summary>
    private Task<RestResponse?> ReadAsync(Operation operation, Uri address, CancellationToken cancellationToken) =>
        retrier.RunAsync(
            operation,
            address.AbsolutePath,
            async token =>
            {
                var response = await client.SendAsync(new RestRequest(RequestMethod.Get, address), operation.CorrelationId, token);
                if (response.IsSuccess)
                    return response;
                var error = AzureError.Of(response);
                return error.SaysAbsent ? (RestResponse?)null : throw new AzureException(error);
            },
            cancellationToken);

    private async Task WaitAsync(Operation operation, string state, TimeSpan? interval, CancellationToken cancellationToken)
    {
        var wait = interval ?? DefaultInterval;
        wait = wait < ShortestInterval ? ShortestInterval : wait;
        if (waits.Now + wait > operation.Deadline)
            throw new AzureException(Failed("", $"Azure did not finish in time; its last word was '{state}'.") with { Meaning = FailureKind.Unavailable });

        await progress.WaitingAsync(operation, $"Azure reports '{state}'", wait, cancellationToken);
        await waits.DelayAsync(wait, cancellationToken);
    }

    /// <summary>A resource that failed may say why: Azure ML computes do in <c>provisioningErrors</c>.</summary>
    private static AzureError FailureOf(PropertyMap body, string state)
    {
        var reason = body.ValueAt("properties.provisioningErrors") is PropertyValue.ArrayValue { Items: [var first, ..] } ? first.AsMembers() : body;
        var error = AzureError.Parse(AzureError.OperationFailed, reason);
        return error.Code.Length > 0 ? error : Failed("", $"Azure reports '{state}' without a reason.");
    }

    private static AzureError Failed(string code, string message) => new(AzureError.OperationFailed, code, message);

    private static string? State(PropertyMap body) => body.TextAt("properties.provisioningState");

    private static bool Is(string state, string name) => string.Equals(state, name, StringComparison.OrdinalIgnoreCase);
}
