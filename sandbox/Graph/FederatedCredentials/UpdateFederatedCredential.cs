using Microsoft.AspNetCore.Http;
using Provisioning.Sandbox.Entra;
using Provisioning.Sandbox.Graph.Applications;
using Provisioning.Sandbox.Hosting;

namespace Provisioning.Sandbox.Graph.FederatedCredentials;

/// <summary>
/// <c>PATCH /applications/{id}/federatedIdentityCredentials/{id or name}</c>: 204. With <c>Prefer: create-if-missing</c> a name that
/// does not exist is created: 201.
/// </summary>
internal static class UpdateFederatedCredential
{
    public static void Map(GraphRoutes routes, SandboxContext context)
    {
        foreach (var key in (string[])["/{key}", "(name='{key}')"])
        {
            routes.MapOnApplication(HttpMethod.Patch, FederatedCredentialPaths.Collection + key, GraphPermission.WriteApplications, async (call, application) =>
                FederatedCredentialPaths.FindOrNull(call, application) is null && call.PrefersCreation
                    ? await CreateAsync(call, application, context)
                    : await UpdateAsync(call, application));
        }
    }

    private static async Task<IResult> UpdateAsync(GraphCall call, Application application)
    {
        var credential = FederatedCredentialPaths.Find(call, application);
        Store(call, application, FederatedCredentialBody.Apply(await call.ReadBodyAsync(), credential));
        return TypedResults.NoContent();
    }

    private static async Task<IResult> CreateAsync(GraphCall call, Application application, SandboxContext context)
    {
        var credential = FederatedCredentialBody.Read(
            await call.ReadBodyAsync(), call.Route("key"), context.Random.NewGuid(), context.Now + context.Options.Delays.FederatedCredentialEffect);
        Store(call, application, credential);
        return GraphPage.Single(
            call, FederatedCredentialPaths.SetOf(application), FederatedCredentialBody.Write(credential), StatusCodes.Status201Created);
    }

    private static void Store(GraphCall call, Application application, FederatedCredential credential)
    {
        if (call.Directory.UpdateApplication(application.ObjectId, current => FederatedCredentialBody.Store(current, credential)) is null)
            throw GraphException.NotFound(application.ObjectId.ToString());
    }
}
