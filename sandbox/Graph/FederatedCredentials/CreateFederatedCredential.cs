using Microsoft.AspNetCore.Http;
using Provisioning.Sandbox.Graph.Applications;
using Provisioning.Sandbox.Hosting;

namespace Provisioning.Sandbox.Graph.FederatedCredentials;

/// <summary><c>POST /applications/{id}/federatedIdentityCredentials</c>: 201; sign-ins by it work after its delay.</summary>
internal static class CreateFederatedCredential
{
    public static void Map(GraphRoutes routes, SandboxContext context) =>
        routes.MapOnApplication(HttpMethod.Post, FederatedCredentialPaths.Collection, GraphPermission.WriteApplications, async (call, application) =>
        {
            var body = await call.ReadBodyAsync();
            var credential = FederatedCredentialBody.Read(
                body, body.RequiredText("name"), context.Random.NewGuid(), context.Now + context.Options.Delays.FederatedCredentialEffect);
            if (call.Directory.UpdateApplication(application.ObjectId, current => FederatedCredentialBody.Store(current, credential)) is null)
                throw GraphException.NotFound(application.ObjectId.ToString());

            return GraphPage.Single(
                call, FederatedCredentialPaths.SetOf(application), FederatedCredentialBody.Write(credential), StatusCodes.Status201Created);
        });
}
