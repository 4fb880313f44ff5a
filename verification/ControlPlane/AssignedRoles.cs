using System.Collections.Concurrent;
using System.Text.Json;

namespace Provisioning.Verification.ControlPlane;

/// <summary>
/// The role assignments of the principals of one run. Each is read once per subscription, with everything below it; assignments at
/// management groups above are not among them.
/// </summary>
/// <param name="reader">Reads them.</param>
internal sealed class AssignedRoles(ResourceReader reader)
{
    private const string ApiVersion = "2022-04-01";

    private readonly ConcurrentDictionary<(string Subscription, string Principal), Lazy<Task<IReadOnlyList<AssignedRole>>>> read = new();

    /// <summary>The assignments of a principal.</summary>
    /// <param name="subscription">The subscription's id.</param>
    /// <param name="principalId">Object id of the principal.</param>
    /// <param name="cancellationToken">Stops the request.</param>
    /// <exception cref="Azure.RequestFailedException">The observer may not read them, or no answer came.</exception>
    public Task<IReadOnlyList<AssignedRole>> OfAsync(string subscription, string principalId, CancellationToken cancellationToken) =>
        read.GetOrAdd((subscription, principalId), key => new(() => ReadAsync(key.Subscription, key.Principal, cancellationToken))).Value;

    /// <summary>Forgets what was read, so that the next look is a new one.</summary>
    public void Forget() => read.Clear();

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
