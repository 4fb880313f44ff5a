using System.Text.Json.Nodes;
using Provisioning.Sandbox.Arm.Resources;

namespace Provisioning.Sandbox.Arm.ContainerRegistry;

/// <summary>Registries that are there without a request to Resource Manager.</summary>
internal static class ServiceRegistry
{
    /// <summary>Stores a registry that is ready for use.</summary>
    /// <param name="id">The id; its name must be free.</param>
    /// <param name="location">The region.</param>
    /// <param name="sku">The service tier.</param>
    /// <param name="adminUser">Whether the admin user is on.</param>
    /// <param name="request">The request in whose name it is written.</param>
    /// <param name="arm">The world.</param>
    public static ArmResource Create(ArmId id, string location, string sku, bool adminUser, ArmRequest request, ArmWorld arm)
    {
        var body = new JsonObject
        {
            ["location"] = location,
            ["sku"] = new JsonObject { ["name"] = sku },
            ["properties"] = new JsonObject { ["provisioningState"] = "Succeeded", ["adminUserEnabled"] = adminUser },
        };
        RegistryCheck.Complete(body, "2025-11-01");
        var properties = body.Open("properties");
        properties["loginServer"] = DataPlaneAddresses.Registry(arm.Sandbox, id.Name);
        properties["creationDate"] = AzureTime.Text(request.At);
        properties["privateEndpointConnections"] = new JsonArray();
        arm.Names.Take(ContainerRegistryTypes.Registries.Name, id.Name, id);
        return arm.Resources.Write(id, body, request);
    }
}
