using Microsoft.AspNetCore.Http;

namespace Provisioning.Sandbox.Graph.Applications;

/// <summary><c>POST /applications</c>: 201; readers see the new application after the replication delay.</summary>
internal static class CreateApplication
{
    public static void Map(GraphRoutes routes) =>
        routes.Map(HttpMethod.Post, "/applications", GraphPermission.WriteApplications, async call =>
        {
            var body = await call.ReadBodyAsync();
            var application = call.Directory.CreateApplication(
                ApplicationBody.DisplayName(body), created => ApplicationBody.Apply(body, created) with { UniqueName = body.Text("uniqueName") });
            return GraphPage.Single(call, ApplicationPaths.Set, ApplicationBody.Write(application), StatusCodes.Status201Created);
        });
}
