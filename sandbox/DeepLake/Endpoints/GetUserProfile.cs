using System.Text.Json.Nodes;
using Provisioning.Sandbox.Hosting;

namespace Provisioning.Sandbox.DeepLake.Endpoints;

/// <summary><c>GET /api/user/profile</c>: the first call of the older clients, by user or workload identity.</summary>
internal static class GetUserProfile
{
    public static void Map(DeepLakeRoutes routes) => routes.Map(HttpMethod.Get, "/api/user/profile", call =>
        JsonAnswer.Of(call.Caller switch
        {
            DeepLakeCaller.Person person => Profile(
                person.User.Name, call.Store.ListOrganizations(person.User.Id).Select(organization => organization.Name)),
            DeepLakeCaller.Workload workload => Profile(
                workload.Registration.Name, [call.Store.FindOrganization(workload.Registration.OrganizationId)?.Name ?? workload.Registration.OrganizationId]),
            _ => throw new InvalidOperationException($"Unhandled caller {call.Caller.GetType()}."),
        }));

    private static JsonObject Profile(string id, IEnumerable<string> organizations) => new()
    {
        ["_id"] = id,
        ["organizations"] = new JsonArray([.. organizations.Select(name => JsonValue.Create(name))]),
    };
}
