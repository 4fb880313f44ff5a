using Microsoft.AspNetCore.Http;

namespace Provisioning.Sandbox.Graph.FederatedCredentials;

/// <summary><c>DELETE /applications/{id}/federatedIdentityCredentials/{id or name}</c>: 204; sign-ins by it fail from now on.</summary>
internal static class DeleteFederatedCredential
{
    public static void Map(GraphRoutes routes) =>
        routes.MapOnFederatedCredential(HttpMethod.Delete, GraphPermission.WriteApplications, (call, application, credential) =>
        {
            call.Directory.UpdateApplication(application.ObjectId, current => current with
            {
                FederatedCredentials = current.FederatedCredentials.RemoveAll(other => other.Id == credential.Id),
            });
            return Task.FromResult<IResult>(TypedResults.NoContent());
        });
}
