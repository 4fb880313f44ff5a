using Provisioning.Infra.Model;

namespace Provisioning.Verification.Tests.Checks;

/// <summary>Role assignments as Azure lists them.</summary>
internal static class AssignmentsJson
{
    /// <summary>A list of assignments.</summary>
    /// <param name="assignments">Role, scope and when it was assigned.</param>
    public static string Of(params IEnumerable<(RoleReference Role, string Scope, DateTimeOffset? CreatedAt)> assignments) => $$"""{ "value": [{{string.Join(',', assignments.Select(one => $$"""
        { "properties": {
          "roleDefinitionId": "/subscriptions/x/providers/Microsoft.Authorization/roleDefinitions/{{one.Role.DefinitionId}}",
          "scope": "{{one.Scope}}"{{(one.CreatedAt is { } at ? $", \"createdOn\": \"{at:O}\"" : "")}} } }
        """))}}] }""";
}
