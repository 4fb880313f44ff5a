using System.Text.Json.Nodes;
using Provisioning.Sandbox.Entra;

namespace Provisioning.Sandbox.Graph.ServicePrincipals;

/// <summary>Service principals as Graph's JSON.</summary>
internal static class ServicePrincipalBody
{
    private static readonly WritableMembers Settings = new(
        kept:
        [
            "alternativeNames", "appRoleAssignmentRequired", "description", "loginUrl", "notes", "notificationEmailAddresses",
            "preferredSingleSignOnMode", "tags",
        ],
        understood: ["accountEnabled", "appId"]);

    /// <summary>Writes a service principal; that of a managed identity names its resource.</summary>
    public static JsonObject Write(ServicePrincipal principal, Guid tenantId) => WritableMembers.Write(Describe(principal, tenantId), principal.Settings);

    /// <summary>Sets what a body holds; what it does not mention stays.</summary>
    public static ServicePrincipal Apply(GraphBody body, ServicePrincipal principal) => principal with
    {
        AccountEnabled = body.Flag("accountEnabled") ?? principal.AccountEnabled,
        Settings = Settings.Apply(body, principal.Settings),
    };

    private static JsonObject Describe(ServicePrincipal principal, Guid tenantId) => new()
    {
        ["id"] = principal.ObjectId.ToString(),
        ["appId"] = principal.AppId.ToString(),
        ["displayName"] = principal.DisplayName,
        ["servicePrincipalType"] = principal.Kind.ToString(),
        ["accountEnabled"] = principal.AccountEnabled,
        ["alternativeNames"] = principal.ResourceId is { } resource ? new JsonArray("isExplicit=True", resource) : new JsonArray(),
        ["appOwnerOrganizationId"] = principal.Kind == ServicePrincipalKind.Application ? tenantId.ToString() : null,
        ["createdDateTime"] = principal.CreatedAt.UtcDateTime,
        ["servicePrincipalNames"] = new JsonArray(principal.AppId.ToString()),
    };
}
