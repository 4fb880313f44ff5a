using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Provisioning.Sandbox.Arm.Resources;
using Provisioning.Sandbox.Hosting;

namespace Provisioning.Sandbox.Registry;

/// <summary>Pull and push of images for bearers of the registry's access tokens.</summary>
internal sealed class DistributionEndpoints(RegistryGate gate, RegistryContent content, UploadEndpoints uploads)
{
    private const string DigestHeader = "Docker-Content-Digest";

    /// <summary>Adds the routes.</summary>
    public void Map(WebApplication app)
    {
        app.MapAnswer("/v2/", ["GET"], http => gate.EnterAsync(http, null, _ => JsonAnswer.Of(new JsonObject())));
        app.MapAnswer("/v2/_catalog", ["GET"], http => gate.EnterAsync(http, new("registry", "catalog", ["*"]), Catalog));
        app.MapAnswer("/v2/{**path}", ["GET", "HEAD"], PullAsync);
        app.MapAnswer("/v2/{**path}", ["POST", "PUT", "DELETE"], PushAsync);
    }

    /// <summary>201 with the address of what was stored.</summary>
    public static IResult Stored(HttpContext http, RegistryArtifact artifact)
    {
        http.Response.Headers[DigestHeader] = artifact.Digest;
        http.Response.Headers.Location = $"/v2/{artifact.Repository}/blobs/{artifact.Digest}";
        return TypedResults.StatusCode(StatusCodes.Status201Created);
    }

    private static IResult Unknown(HttpContext http) => RegistryErrors.Refuse(http, 404, "NAME_UNKNOWN", "The path names no repository.");

    private IResult Catalog(ArmResource registry) =>
        JsonAnswer.Of(new JsonObject { ["repositories"] = Texts(content.Repositories(registry)) });

    private async Task<IResult> PullAsync(HttpContext http)
    {
        if (http.FindRoute("path") is not { } path)
            return TypedResults.BadRequest();
        if (DistributionPath.Parse(path) is not { } target)
            return Unknown(http);
        return await gate.EnterAsync(http, new("repository", target.Repository, ["pull"]), registry => target.Kind switch
        {
            "manifests" => Send(http, content.FindManifest(registry, target.Repository, target.Reference), "MANIFEST_UNKNOWN"),
            "blobs" => Send(http, content.FindLayer(registry, target.Repository, target.Reference), "BLOB_UNKNOWN"),
            "blobs/uploads" => uploads.Show(http, registry, target),
            "tags" => Tags(http, registry, target),
            _ => Unknown(http),
        });
    }

    private async Task<IResult> PushAsync(HttpContext http)
    {
        if (http.FindRoute("path") is not { } path)
            return TypedResults.BadRequest();
        if (DistributionPath.Parse(path) is not { } target)
            return Unknown(http);

        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        return await gate.EnterAsync(http, new("repository", target.Repository, ["pull", "push"]), registry => (target.Kind, http.Request.Method) switch
        {
            ("manifests", "PUT") => Stored(http, content.PutManifest(
                registry, target.Repository, target.Reference, http.Request.ContentType ?? "application/vnd.oci.image.manifest.v1+json", body.ToArray())),
            ("blobs/uploads", "POST") when !http.Request.Query.ContainsKey("digest") => uploads.Begin(http, registry, target),
            ("blobs/uploads", "DELETE") => uploads.Cancel(http, registry, target),
            ("blobs/uploads", _) => uploads.Complete(http, registry, target, body.ToArray()),
            _ => Unknown(http),
        });
    }

    private IResult Tags(HttpContext http, ArmResource registry, DistributionPath target) =>
        content.Repositories(registry).Contains(target.Repository)
            ? JsonAnswer.Of(new JsonObject { ["name"] = target.Repository, ["tags"] = Texts(content.Tags(registry, target.Repository)) })
            : RegistryErrors.Refuse(http, 404, "NAME_UNKNOWN", "The registry does not know the repository.");

    private static IResult Send(HttpContext http, RegistryArtifact? artifact, string unknown)
    {
        if (artifact is null)
            return RegistryErrors.Refuse(http, 404, unknown, "The registry does not have it.");
        http.Response.Headers[DigestHeader] = artifact.Digest;
        return TypedResults.Bytes(artifact.Content, artifact.MediaType);
    }

    private static JsonArray Texts(IReadOnlyList<string> texts) => new([.. texts.Select(text => JsonValue.Create(text))]);
}
