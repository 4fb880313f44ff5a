using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Provisioning.Sandbox.Hosting;

namespace Provisioning.Sandbox.DeepLake.Endpoints;

/// <summary><c>POST /organizations</c>: 201; the user becomes the administrator.</summary>
internal static class CreateOrganization
{
    public static void Map(DeepLakeRoutes routes) => routes.Map(HttpMethod.Post, "/organizations", async call =>
    {
        var user = call.User();
        var body = await call.ReadBodyAsync();
        var organization = call.Store.AddOrganization(BodyMember.Text(body, "id"), BodyMember.Text(body, "name"), user.Id)
            ?? throw new DeepLakeException(StatusCodes.Status409Conflict, "CONFLICT");
        return JsonAnswer.Of(new JsonObject { ["organization"] = OrganizationBody.Write(organization) }, status: StatusCodes.Status201Created);
    });
}
