using System.Text.Json.Nodes;
using Provisioning.Sandbox.Hosting;

namespace Provisioning.Sandbox.DeepLake.Endpoints;

/// <summary><c>GET /me</c>: the user whose token it is, with the ids of the organizations.</summary>
internal static class GetMe
{
    public static void Map(DeepLakeRoutes routes) => routes.Map(HttpMethod.Get, "/me", call =>
    {
        var user = call.User();
        return JsonAnswer.Of(new JsonObject
        {
            ["id"] = user.Id.ToString(),
            ["email"] = user.Email,
            ["name"] = user.Name,
            ["verified"] = true,
            ["organizations"] = new JsonArray([.. call.Store.ListOrganizations(user.Id).Select(organization => JsonValue.Create(organization.Id))]),
            ["display_name"] = user.Name,
            ["date_joined"] = user.JoinedAt.ToUnixTimeSeconds(),
        });
    });
}
