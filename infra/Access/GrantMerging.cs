using System.Collections.Immutable;

namespace Provisioning.Infra.Access;

/// <summary>
/// Brings grants down to the assignments that Azure can hold: one per principal, role and scope, and none that another one
/// includes. Whoever asked for a grant that disappears is named as a reason of the one that stays.
/// </summary>
internal static class GrantMerging
{
    /// <summary>Merges grants; those that stay keep their order.</summary>
    public static ImmutableArray<AccessGrant> Merge(IEnumerable<AccessGrant> grants)
    {
        var unique = grants
            .GroupBy(grant => grant.Name, StringComparer.OrdinalIgnoreCase)
            .Select(same => same.Aggregate(Join))
            .ToList();

        // Only grants of the same principal can include each other, which keeps this close to linear.
        var kept = unique
            .GroupBy(grant => grant.Principal.Address, StringComparer.Ordinal)
            .SelectMany(ofPrincipal => Fold([.. ofPrincipal]))
            .ToDictionary(grant => grant.Name, StringComparer.OrdinalIgnoreCase);
        return [.. unique.Where(grant => kept.ContainsKey(grant.Name)).Select(grant => kept[grant.Name])];
    }

    private static IEnumerable<AccessGrant> Fold(IReadOnlyList<AccessGrant> grants)
    {
        var strongest = grants.Where(grant => !grants.Any(other => !ReferenceEquals(other, grant) && other.Includes(grant)));
        return strongest.Select(grant => grants
            .Where(other => !ReferenceEquals(other, grant) && grant.Includes(other))
            .Aggregate(grant, Absorb));
    }

    private static AccessGrant Join(AccessGrant first, AccessGrant second) => Absorb(first, second) with
    {
        // An assignment without a condition permits whatever one with a condition does; two conditions permit what either does.
        Condition = first.Condition.Length == 0 || second.Condition.Length == 0 ? ""
            : first.Condition == second.Condition ? first.Condition
            : $"({first.Condition}) OR ({second.Condition})",
        IsGrantedByAzure = first.IsGrantedByAzure || second.IsGrantedByAzure,
    };

    private static AccessGrant Absorb(AccessGrant grant, AccessGrant other) => grant with
    {
        Reasons = [.. grant.Reasons.Concat(other.Reasons).DistinctBy(reason => reason.Text, StringComparer.Ordinal)],
        RequiredBy = [.. grant.RequiredBy.Concat(other.RequiredBy).DistinctBy(entry => entry.Address, StringComparer.Ordinal)],
    };
}
