using Provisioning.Sandbox.Graph.Applications;

namespace Provisioning.Sandbox.Graph.FederatedCredentials;

/// <summary><c>GET /applications/{id}/federatedIdentityCredentials</c>: those that readers see, filtered by name, issuer or subject.</summary>
internal static class ListFederatedCredentials
{
    private static readonly string[] Names = ["id", "name", "issuer", "subject"];

    public static void Map(GraphRoutes routes) =>
        routes.MapOnApplication(HttpMethod.Get, FederatedCredentialPaths.Collection, GraphPermission.ReadApplications, (call, application) =>
            Task.FromResult(GraphPage.Of(
                call,
                FederatedCredentialPaths.SetOf(application),
                application.FederatedCredentials
                    .Where(credential => call.Directory.IsVisible(credential.VisibleAt))
                    .Select(FederatedCredentialBody.Write)
                    .Where(credential => ODataFilter.Matches(call.Query("$filter"), Names, name => credential[name]?.GetValue<string>())))));
}
