using System.Collections.Immutable;
using System.Net;
using System.Text.Json.Nodes;

namespace Provisioning.Providers.DeepLake.Api;

/// <summary>The operations of Deep Lake on workload identities. Those that can be repeated are, while that may help.</summary>
internal sealed class DeepLakeClient(Exchange exchange, Backoff backoff, Failures failures)
{
    /// <summary>All registrations of an organization.</summary>
    public async Task<ImmutableArray<Registration>> ListAsync(string organization, CancellationToken cancellationToken)
    {
        var action = $"list the workload identities of organization '{organization}'";
        var answer = await RepeatAsync(HttpMethod.Get, organization, null, cancellationToken);
        if (answer is Answer.Received { Status: HttpStatusCode.OK } received)
            return RegistrationReader.ReadList(received.Body) ?? throw failures.Of($"{action} in a form that is known here", answer, writes: false);
        throw failures.Of(action, answer, writes: false);
    }

    /// <summary>A registration of an organization; null when it has none of this id.</summary>
    public async Task<Registration?> FindAsync(string organization, string id, CancellationToken cancellationToken)
    {
        var answer = await RepeatAsync(HttpMethod.Get, organization, id, cancellationToken);
        return answer switch
        {
            Answer.Received { Status: HttpStatusCode.NotFound } => null,
            Answer.Received { Status: HttpStatusCode.OK } received when RegistrationReader.ReadOne(received.Body) is { } registration => registration,
            _ => throw failures.Of($"read the workload identity '{id}' of organization '{organization}'", answer, writes: false),
        };
    }

    /// <summary>Deletes a registration; one that is gone counts as deleted.</summary>
    public async Task DeleteAsync(string organization, string id, CancellationToken cancellationToken)
    {
        var answer = await RepeatAsync(HttpMethod.Delete, organization, id, cancellationToken);
        if (answer is not Answer.Received { Status: HttpStatusCode.NoContent or HttpStatusCode.OK or HttpStatusCode.Accepted or HttpStatusCode.NotFound })
            throw failures.Of($"delete the workload identity '{id}' of organization '{organization}'", answer, writes: true);
    }

    /// <summary>Asks once for a registration. Asking again blindly could meet the first one, so that is left to the caller.</summary>
    public Task<Answer> TryCreateAsync(string organization, string name, string clientId, string tenantId, CancellationToken cancellationToken) =>
        exchange.SendAsync(
            HttpMethod.Post,
            organization,
            null,
            new JsonObject
            {
                ["name"] = name,
                ["workload_identity_data"] = new JsonObject
                {
                    ["type"] = "azure",
                    ["azure_client_id"] = clientId,
                    ["azure_tenant_id"] = tenantId,
                },
            },
            cancellationToken);

    private async Task<Answer> RepeatAsync(HttpMethod method, string organization, string? id, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var answer = await exchange.SendAsync(method, organization, id, null, cancellationToken);
            if (!await backoff.WaitAsync(attempt, answer, cancellationToken))
                return answer;
        }
    }
}
