using Microsoft.AspNetCore.Http;
using Provisioning.Sandbox.Entra;
using Provisioning.Sandbox.Graph.Applications;

namespace Provisioning.Sandbox.Graph.FederatedCredentials;

/// <summary>The ways to name a federated credential of an application in a path: by id, by name.</summary>
internal static class FederatedCredentialPaths
{
    /// <summary>The entity set below its application.</summary>
    public const string Collection = "/federatedIdentityCredentials";

    /// <summary>Adds an operation on one credential; one that readers do not see is not found.</summary>
    public static void MapOnFederatedCredential(
        this GraphRoutes routes,
        HttpMethod method,
        GraphPermission permission,
        Func<GraphCall, Application, FederatedCredential, Task<IResult>> operation)
    {
        routes.MapOnApplication(method, $"{Collection}/{{key}}", permission, (call, application) => operation(call, application, Find(call, application)));
        routes.MapOnApplication(method, $"{Collection}(name='{{key}}')", permission, (call, application) => operation(call, application, Find(call, application)));
    }

    /// <summary>The credential that a path names; the name is an alternate key, so either form takes both.</summary>
    public static FederatedCredential Find(GraphCall call, Application application) =>
        FindOrNull(call, application) ?? throw GraphException.NotFound(call.Route("key"));

    /// <summary>The credential that a path names; null when the application has none, or readers do not see it.</summary>
    public static FederatedCredential? FindOrNull(GraphCall call, Application application)
    {
        var key = call.Route("key");
        return application.FederatedCredentials.FirstOrDefault(credential =>
            call.Directory.IsVisible(credential.VisibleAt) && (credential.Name == key || (Guid.TryParse(key, out var id) && credential.Id == id)));
    }

    /// <summary>The entity set as <c>$metadata</c> and links name it.</summary>
    public static string SetOf(Application application) => $"{ApplicationPaths.Set}/{application.ObjectId}{Collection}";
}
