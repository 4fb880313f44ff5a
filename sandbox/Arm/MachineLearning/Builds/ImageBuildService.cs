using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Provisioning.Sandbox.Arm.ContainerRegistry;
using Provisioning.Sandbox.Arm.Resources;
using Provisioning.Sandbox.Hosting;
using Provisioning.Sandbox.Registry;

namespace Provisioning.Sandbox.Arm.MachineLearning.Builds;

/// <summary>
/// Builds an environment's image in a workspace's registry, as the service does for the first job that needs it. A workspace without
/// registry gets one for that: in its resource group, under a random name and with the admin user on ("Set up authentication between
/// Azure ML and other services"). Clusters that are there already get no role on it.
/// </summary>
internal sealed class ImageBuildService(ArmWorld arm, SandboxContext sandbox) : ISandboxService
{
    private const string Repository = "azureml/azureml_environment";
    private const string Tag = "1";
    private const string ManifestType = "application/vnd.oci.image.manifest.v1+json";
    private const string Manifest = $$"""{"schemaVersion":2,"mediaType":"{{ManifestType}}","layers":[]}""";

    private readonly RegistryContent _content = new(sandbox.World);

    /// <inheritdoc/>
    public SandboxEndpoint Endpoint => SandboxEndpoint.Admin;

    /// <inheritdoc/>
    public void Map(WebApplication app) => app.MapAnswer("/_sandbox/machine-learning/builds", ["POST"], async http =>
    {
        var build = await http.Request.ReadFromJsonAsync(SandboxJson.Compact.TypeInfo<ImageBuildRequest>(), http.RequestAborted);
        if (build is null || !ArmId.TryParse(build.Workspace, out var id))
            return JsonAnswer.Of("The build names no id of a workspace.", 400);
        lock (arm.Gate)
        {
            arm.Operations.Settle(arm);
            return arm.Resources.Find(id, MachineLearningTypes.Workspaces) is { } workspace ? Build(workspace) : TypedResults.NotFound();
        }
    });

    private IResult Build(ArmResource workspace)
    {
        var id = workspace.Open().IdAt("properties", "containerRegistry") ?? CreateRegistry(workspace);
        if (arm.Resources.Find(id) is not { } registry)
            return JsonAnswer.Of($"The registry '{id}' of the workspace is gone.", 409);

        _content.PutManifest(registry, Repository, Tag, ManifestType, Encoding.UTF8.GetBytes(Manifest));
        var server = registry.Open().TextAt("properties", "loginServer");
        return JsonAnswer.Of(new JsonObject { ["registry"] = registry.Id, ["image"] = $"{server}/{Repository}:{Tag}" });
    }

    private ArmId CreateRegistry(ArmResource workspace)
    {
        var name = sandbox.Random.NewGuid().ToString("N");
        var id = workspace.ArmId.Group.Append($"providers/{ContainerRegistryTypes.Registries.Name}/{name}");
        var request = ArmSeed.RequestOf(arm);
        ServiceRegistry.Create(id, workspace.Open().TextAt("location") ?? "", "Basic", adminUser: true, request, arm);
        arm.Resources.Change(workspace.ArmId, body => body.Open("properties")["containerRegistry"] = id.Value);
        return id;
    }
}
