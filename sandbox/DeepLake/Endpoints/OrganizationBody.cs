using System.Text.Json.Nodes;

namespace Provisioning.Sandbox.DeepLake.Endpoints;

/// <summary>Organizations as the service's JSON.</summary>
internal static class OrganizationBody
{
    /// <summary>Writes an organization.</summary>
    public static JsonObject Write(Organization organization) => new()
    {
        ["id"] = organization.Id,
        ["name"] = organization.Name,
        ["creator"] = organization.CreatorId.ToString(),
        ["created_at"] = organization.CreatedAt.UtcDateTime,
    };
}
