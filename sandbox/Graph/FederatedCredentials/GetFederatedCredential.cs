namespace Provisioning.Sandbox.Graph.FederatedCredentials;

/// <summary><c>GET /applications/{id}/federatedIdentityCredentials/{id or name}</c>: 404 until the credential is replicated.</summary>
internal static class GetFederatedCredential
{
    public static void Map(GraphRoutes routes) =>
        routes.MapOnFederatedCredential(HttpMethod.Get, GraphPermission.ReadApplications, (call, application, credential) =>
            Task.FromResult(GraphPage.Single(call, FederatedCredentialPaths.SetOf(application), FederatedCredentialBody.Write(credential))));
}
