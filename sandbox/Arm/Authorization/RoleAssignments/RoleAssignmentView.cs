using System.Text.Json.Nodes;

namespace Provisioning.Sandbox.Arm.Authorization.RoleAssignments;

/// <summary>Role assignments as answers show them.</summary>
internal static class RoleAssignmentView
{
    /// <summary>One assignment.</summary>
    public static JsonObject Of(RoleAssignment assignment) => new()
    {
        ["id"] = IdOf(assignment),
        ["name"] = assignment.Name.ToString(),
        ["type"] = AuthorizationTypes.RoleAssignments.Name,
        ["properties"] = new JsonObject
        {
            ["roleDefinitionId"] = assignment.RoleDefinitionId,
            ["principalId"] = assignment.PrincipalId.ToString(),
            ["principalType"] = assignment.PrincipalType,
            ["scope"] = assignment.Scope,
            ["condition"] = assignment.Condition,
            ["conditionVersion"] = assignment.ConditionVersion,
            ["createdOn"] = AzureTime.Text(assignment.CreatedOn),
            ["updatedOn"] = AzureTime.Text(assignment.UpdatedOn),
            ["createdBy"] = assignment.CreatedBy.ToString(),
            ["updatedBy"] = assignment.UpdatedBy.ToString(),
            ["delegatedManagedIdentityResourceId"] = assignment.DelegatedManagedIdentityResourceId,
            ["description"] = assignment.Description,
        },
    };

    /// <summary>The assignment's id.</summary>
    public static string IdOf(RoleAssignment assignment) =>
        assignment.ScopeId.Append($"providers/{AuthorizationTypes.RoleAssignments.Name}/{assignment.Name}").Value;
}
