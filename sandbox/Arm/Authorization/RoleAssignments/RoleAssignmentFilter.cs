using System.Text.RegularExpressions;

namespace Provisioning.Sandbox.Arm.Authorization.RoleAssignments;

/// <summary>The <c>$filter</c> of a listing: which assignments relative to the scope, and whose.</summary>
/// <param name="IsAtScope">Whether assignments below the scope are left out.</param>
/// <param name="PrincipalId">The only principal wanted, or null for all.</param>
internal sealed partial record RoleAssignmentFilter(bool IsAtScope, Guid? PrincipalId)
{
    /// <summary>Reads a filter; null when it is none the service knows.</summary>
    public static RoleAssignmentFilter? Parse(string? text)
    {
        var filter = new RoleAssignmentFilter(IsAtScope: false, PrincipalId: null);
        foreach (var term in (text ?? "").Split(" and ", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (term.Equals("atScope()", StringComparison.OrdinalIgnoreCase))
                filter = filter with { IsAtScope = true };
            else if (Principal().Match(term) is { Success: true } match && Guid.TryParse(match.Groups["id"].Value, out var id))
                filter = filter with { PrincipalId = id };
            else
                return null;
        }

        return filter;
    }

    /// <summary>Whether a listing at a scope shows an assignment.</summary>
    public bool Shows(RoleAssignment assignment, ArmId scope) =>
        (PrincipalId is null || assignment.PrincipalId == PrincipalId)
        && (scope.IsWithin(assignment.ScopeId) || (!IsAtScope && assignment.ScopeId.IsWithin(scope)));

    [GeneratedRegex(@"^(?:principalId\s+eq\s+|assignedTo\()'(?<id>[^']*)'\)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Principal();
}
