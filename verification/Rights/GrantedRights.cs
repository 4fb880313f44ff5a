using Provisioning.Infra.Access;

namespace Provisioning.Verification.Rights;

/// <summary>What the grants of one principal let it do with content.</summary>
/// <param name="grants">The principal's grants.</param>
internal sealed class GrantedRights(IReadOnlyList<AccessGrant> grants)
{
    /// <summary>Whether a grant surely gives a right somewhere. A custom role or a condition leaves it open.</summary>
    /// <param name="grant">The grant.</param>
    /// <param name="right">The right.</param>
    /// <param name="place">Where.</param>
    public static bool Gives(AccessGrant grant, DataRight right, AccessScope place) =>
        grant.Condition.Length == 0 && grant.Scope.Covers(place) && RoleRights.Gives(grant.Role, right, place) is true;

    /// <summary>
    /// Whether the right is surely not granted there. A custom role or a condition may give it, and so may a scope that the document
    /// only gives by its id, or one that may hold existing resources too.
    /// </summary>
    /// <param name="right">The right.</param>
    /// <param name="place">Where.</param>
    public bool SurelyLacks(DataRight right, AccessScope place) =>
        !grants.Any(grant => MayCover(grant.Scope, place) && RoleRights.Gives(grant.Role, right, place) is not false);

    private static bool MayCover(AccessScope scope, AccessScope place) =>
        scope is AccessScope.ById or AccessScope.Subscription or AccessScope.ResourceGroup || scope.Covers(place);
}
