using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Provisioning.Sandbox.DeepLake.Endpoints;

/// <summary>
/// <c>POST /organizations/{id}/workload-identities</c>, by administrators: 201; 409 when the organization has the principal already.
/// Whether the principal exists is not checked, as the service could not know.
/// </summary>
internal static class CreateWorkloadIdentity
{
    public static void Map(DeepLakeRoutes routes) => routes.Map(HttpMethod.Post, WorkloadIdentityBody.Path, async call =>
    {
        var organization = call.Organization(asAdministrator: true);
        var body = await call.ReadBodyAsync();
        var name = BodyMember.Text(body, "name");
        if (body["workload_identity_data"] is not JsonObject data)
            throw DeepLakeException.BadRequest("workload_identity_data is required");
        if (BodyMember.Text(data, "type") != "azure")
            throw DeepLakeException.BadRequest("unsupported workload identity type");

        var registration = call.Store.Register(organization.Id, name, BodyMember.Uuid(data, "azure_client_id"), BodyMember.Uuid(data, "azure_tenant_id"))
            ?? throw new DeepLakeException(StatusCodes.Status409Conflict, "CONFLICT");
        return WorkloadIdentityBody.Single(registration, call.Store.Quirks, StatusCodes.Status201Created);
    });
}
