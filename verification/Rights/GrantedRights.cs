using Provisioning.Infra.Access;

namespace Provisioning.Verification.Rights;

/// <summary>What the grants of one principal let it do with content.</summary>
/// <param name="grants">The principal's grants.</param>
internal sealed class GrantedRights(IReadOnlyList<AccessGrant> grants)
{
    /// <summary>The grant that gives a right somewhere; null when none does.</summary>
    /// <param name="right">The right.</param>
    /// <param name="place">Where.</param>
    public AccessGrant? Find(DataRight right, AccessScope place) =>
        grants.FirstOrDefault(grant => grant.Condition.Length == 0 && grant.Scope.Covers(place) && RoleRights.Of(grant.Role)?.Contains(right) is true);

    /// <summary>
    /// Whether the right is surely not granted there. A custom role or a condition may give it, and so may a scope that the document
    /// only gives by its id.
    /// </summary>
    /// <param name="right">The right.</param>
    /// <param name="place">Where.</param>
    public bool SurelyLacks(DataRight right, AccessScope place) =>
        !grants.Any(grant => MayCover(grant.Scope, place) && (RoleRights.Of(grant.Role)?.Contains(right) ?? true));

    private static bool MayCover(AccessScope scope, AccessScope place) => scope is AccessScope.ById or AccessScope.Subscription || scope.Covers(place);
}
