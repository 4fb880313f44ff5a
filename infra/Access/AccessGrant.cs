using System.Collections.Immutable;
using Provisioning.Infra.Model;

namespace Provisioning.Infra.Access;

/// <summary>One role for one principal at one scope, and everything that asks for it.</summary>
/// <param name="Principal">Who.</param>
/// <param name="Role">What.</param>
/// <param name="Scope">Where.</param>
/// <param name="Reasons">Why; never empty.</param>
public sealed record AccessGrant(Principal Principal, RoleReference Role, AccessScope Scope, ImmutableArray<Reason> Reasons)
{
    /// <summary>Attribute condition, version 2.0; empty for none.</summary>
    public string Condition { get; init; } = "";

    /// <summary>Entries that must not be created before the role is assigned, because Azure uses it while it creates them.</summary>
    public ImmutableArray<AzureEntry> RequiredBy { get; init; } = [];

    /// <summary>
    /// Whether Azure assigns the role by itself. Assigning it again would fail with <c>RoleAssignmentExists</c>, so the program
    /// only reports it.
    /// </summary>
    public bool IsGrantedByAzure { get; init; }

    /// <summary>
    /// Logical name of the role assignment, unique and the same on every run:
    /// <c>identities.trainer-AcrPull-registries.private</c>.
    /// </summary>
    public string Name => $"{Principal.Address}-{Role.ToString().Replace(" ", "", StringComparison.Ordinal)}-{Scope.Address}";

    /// <summary>Whether this grant makes another one needless: same principal, same or stronger role, same or wider scope.</summary>
    /// <param name="other">The other grant.</param>
    public bool Includes(AccessGrant other) =>
        Principal.Address == other.Principal.Address
        && Condition.Length == 0
        && RoleImplication.Implies(Role, other.Role)
        && Scope.Covers(other.Scope)
        && IsGrantedByAzure == other.IsGrantedByAzure;
}
