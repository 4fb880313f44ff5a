using System.Text.Json.Nodes;
using Provisioning.Sandbox.Entra;

namespace Provisioning.Sandbox.Graph.ServicePrincipals;

/// <summary>Service principals as Graph's JSON.</summary>
internal static class ServicePrincipalBody
{
    /// <summary>Writes a service principal; that of a managed identity names its resource.</summary>
    public static JsonObject Write(ServicePrincipal principal, Guid tenantId) => new()
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
