using System.Collections.Concurrent;
using Provisioning.Providers.Azure.Resources;

namespace Provisioning.Providers.Azure.Retries;

/// <summary>
/// What this provider changed a moment ago, which other parts of Azure may not see yet. Thread-safe.
/// </summary>
/// <param name="time">The clock.</param>
/// <param name="callerObjectId">Finds the object id of the identity this provider runs as.</param>
internal sealed class RecentChanges(TimeProvider time, Func<CancellationToken, Task<string>> callerObjectId)
{
    /// <summary>How long creations take to be visible and assignments to take effect (azure-docs, rbac troubleshooting).</summary>
    private static readonly TimeSpan Moment = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<string, long> created = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, long> granted = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Remembers that a resource was created.</summary>
    public void Created(string id) => created[id] = time.GetTimestamp();

    /// <summary>Remembers that a role was assigned to a principal.</summary>
    public void Granted(string principalId) => granted[principalId] = time.GetTimestamp();

    /// <summary>Whether a condition holds for the resource with this id or path.</summary>
    public async Task<bool> HoldsAsync(RetryCondition condition, string id, CancellationToken cancellationToken) => condition switch
    {
        RetryCondition.Always => true,
        RetryCondition.AfterCreate => IsRecent(created, id) || Ancestors(id).Any(ancestor => IsRecent(created, ancestor)),
        RetryCondition.AfterGrant => granted.Keys.Any(principal => IsRecent(granted, principal)),
        RetryCondition.AfterGrantToCaller => !granted.IsEmpty && IsRecent(granted, await callerObjectId(cancellationToken)),
        _ => throw new InvalidOperationException($"Unhandled condition {condition}."),
    };

    private static IEnumerable<string> Ancestors(string id)
    {
        for (var parent = PathTemplate.ParentOf(id); parent != id; parent = PathTemplate.ParentOf(id))
        {
            yield return parent;
            id = parent;
        }
    }

    private bool IsRecent(ConcurrentDictionary<string, long> changes, string key) =>
        changes.TryGetValue(key, out var instant) && time.GetElapsedTime(instant) <= Moment;
}
