using System.Text.RegularExpressions;

namespace Provisioning.Sandbox.Arm.Authorization.RoleDefinitions;

/// <summary>Lists the roles that can be assigned at a scope; <c>$filter</c> finds one by its name or those of one kind.</summary>
internal sealed partial class ListRoleDefinitions() : ArmOperation(
    "GET",
    AuthorizationTypes.RoleDefinitions.CollectionRoute,
    AuthorizationTypes.RoleDefinitions.Versions,
    "Microsoft.Authorization/roleDefinitions/read")
{
    /// <inheritdoc/>
    public override ArmResponse Invoke(ArmRequest request, ArmWorld arm)
    {
        var roles = arm.Roles.All().AsEnumerable();
        foreach (var term in (request.Query.GetValueOrDefault("$filter") ?? "").Split(" and ", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (term.Equals("atScopeAndBelow()", StringComparison.OrdinalIgnoreCase))
                continue;
            if (Equality().Match(term) is not { Success: true } match)
                return ArmError.BadRequest("UnsupportedQuery", $"The filter '{term}' is not supported. Use roleName eq, type eq or atScopeAndBelow().");

            var wanted = match.Groups["value"].Value.Replace("''", "'", StringComparison.Ordinal);
            roles = match.Groups["name"].Value.Equals("roleName", StringComparison.OrdinalIgnoreCase)
                ? roles.Where(role => role.RoleName.Equals(wanted, StringComparison.OrdinalIgnoreCase))
                : roles.Where(role => (role.IsBuiltIn ? "BuiltInRole" : "CustomRole").Equals(wanted, StringComparison.OrdinalIgnoreCase));
        }

        return Page.Of(roles.Select(role => RoleDefinitionView.Of(role, arm.SubscriptionOf(request.Target))), request, arm);
    }

    [GeneratedRegex("^(?<name>roleName|type)\\s+eq\\s+'(?<value>(?:[^']|'')*)'$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Equality();
}
