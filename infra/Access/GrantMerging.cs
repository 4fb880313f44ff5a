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
            .Select(same => Join([.. same]))
            .ToList();

        // Only grants of the same principal can include each other, and only those at the same scope or above it.
        var kept = unique
            .GroupBy(grant => grant.Principal.Address, StringComparer.Ordinal)
            .SelectMany(ofPrincipal => Fold([.. ofPrincipal]))
            .ToDictionary(grant => grant.Name, StringComparer.OrdinalIgnoreCase);
        return [.. unique.Where(grant => kept.ContainsKey(grant.Name)).Select(grant => kept[grant.Name])];
    }

    private static IEnumerable<AccessGrant> Fold(IReadOnlyList<AccessGrant> grants)
    {
        var byScope = grants.ToLookup(grant => grant.Scope.Address, StringComparer.OrdinalIgnoreCase);
        var included = grants.ToDictionary<AccessGrant, AccessGrant, List<AccessGrant>>(
            grant => grant, _ => [], ReferenceEqualityComparer.Instance);
        var strongest = new List<AccessGrant>();
        foreach (AccessGrant grant in grants)
        {
            var stronger = grant.Scope.AddressesAbove.SelectMany(address => byScope[address])
                .Where(other => !ReferenceEquals(other, grant) && other.Includes(grant)).ToList();
            stronger.ForEach(other => included[other].Add(grant));
            if (stronger.Count == 0)
                strongest.Add(grant);
        }

        return strongest.Select(grant => Absorb(grant, included[grant]));
    }

    private static AccessGrant Join(IReadOnlyList<AccessGrant> same) => Absorb(same[0], [.. same.Skip(1)]) with
    {
        Condition = same.Select(grant => grant.Condition).Aggregate(Either),
        IsGrantedByAzure = same.Any(grant => grant.IsGrantedByAzure),
    };

    /// <summary>An assignment without a condition permits whatever one with a condition does; two conditions permit what either does.</summary>
    private static string Either(string first, string second) =>
        first.Length == 0 || second.Length == 0 ? ""
        : first == second ? first
        : $"({first}) OR ({second})";

    private static AccessGrant Absorb(AccessGrant grant, IReadOnlyCollection<AccessGrant> others) => others.Count == 0 ? grant : grant with
    {
        Reasons = [.. others.Prepend(grant).SelectMany(one => one.Reasons).DistinctBy(reason => reason.Text, StringComparer.Ordinal)],
        RequiredBy = [.. others.Prepend(grant).SelectMany(one => one.RequiredBy).DistinctBy(entry => entry.Address, StringComparer.Ordinal)],
    };
}
