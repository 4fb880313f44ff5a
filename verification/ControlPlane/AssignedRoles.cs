using System.Collections.Concurrent;
using System.Text.Json;

namespace Provisioning.Verification.ControlPlane;

/// <summary>
/// The role assignments of the principals of one run. They are read once per subscription and principal: those at the subscription, below
/// it, and above it as far as the observer may see management groups; without those that come by membership in groups.
/// </summary>
/// <param name="reader">Reads them.</param>
/// <param name="ownSubscription">Id of the stack's subscription.</param>
internal sealed class AssignedRoles(ResourceReader reader, string ownSubscription)
{
    private const string ApiVersion = "2022-04-01";

    private readonly ConcurrentDictionary<(string Subscription, string Principal), Lazy<Task<IReadOnlyList<AssignedRole>>>> read = new();

    /// <summary>The assignments of a principal in the stack's subscription.</summary>
    /// <param name="principalId">Object id of the principal.</param>
    /// <param name="cancellationToken">Stops the request.</param>
    /// <exception cref="Azure.RequestFailedException">The observer may not read them, or no answer came.</exception>
    public Task<IReadOnlyList<AssignedRole>> OfAsync(string principalId, CancellationToken cancellationToken) =>
        OfAsync($"/subscriptions/{ownSubscription}", principalId, cancellationToken);

    /// <summary>The assignments of a principal in the subscription of a scope; for a scope above subscriptions, in the stack's.</summary>
    /// <param name="scope">Id of the scope.</param>
    /// <param name="principalId">Object id of the principal.</param>
    /// <param name="cancellationToken">Stops the request.</param>
    /// <exception cref="Azure.RequestFailedException">The observer may not read them, or no answer came.</exception>
    public Task<IReadOnlyList<AssignedRole>> OfAsync(string scope, string principalId, CancellationToken cancellationToken) =>
        read.GetOrAdd((SubscriptionOf(scope), principalId), key => new(() => ReadAsync(key.Subscription, key.Principal, cancellationToken))).Value;

    /// <summary>Forgets what was read, so that the next look is a new one.</summary>
    public void Forget() => read.Clear();

    private string SubscriptionOf(string scope) =>
        scope.Split('/') is ["", var kind, var id, ..] && kind.Equals("subscriptions", StringComparison.OrdinalIgnoreCase) ? id.ToLowerInvariant() : ownSubscription;

    private async Task<IReadOnlyList<AssignedRole>> ReadAsync(string subscription, string principalId, CancellationToken cancellationToken)
    {
        var items = await reader.ListAsync(
            $"/subscriptions/{subscription}/providers/Microsoft.Authorization/roleAssignments", ApiVersion, $"principalId eq '{principalId}'", cancellationToken);
        return [.. items.Select(item => Read(item.GetProperty("properties")))];
    }

    private static AssignedRole Read(JsonElement properties)
    {
        var definition = properties.GetProperty("roleDefinitionId").GetString() ?? "";
        return new AssignedRole(
            properties.GetProperty("scope").GetString() ?? "",
            Guid.Parse(definition[(definition.LastIndexOf('/') + 1)..]),
            properties.TryGetProperty("createdOn", out var created) && created.TryGetDateTimeOffset(out var instant) ? instant : null);
    }
}
