using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Provisioning.Sandbox.Arm.Resources;
using Provisioning.Sandbox.Hosting;

namespace Provisioning.Sandbox.Registry;

/// <summary>Pull and push of images for bearers of the registry's access tokens.</summary>
internal sealed class DistributionEndpoints(RegistryHost host, RegistryTokens tokens, RegistryContent content, SandboxContext sandbox)
{
    private const string DigestHeader = "Docker-Content-Digest";

    /// <summary>Adds the routes.</summary>
    public void Map(WebApplication app)
    {
        app.MapGet("/v2/", (Delegate)((HttpContext http) => EnterAsync(http, null, _ => TypedResults.Json(new JsonObject()))));
        app.MapGet("/v2/_catalog", (Delegate)((HttpContext http) => EnterAsync(http, new("registry", "catalog", ["*"]), Catalog)));
        app.MapMethods("/v2/{**path}", ["GET", "HEAD"], PullAsync);
        app.MapMethods("/v2/{**path}", ["POST", "PUT"], PushAsync);
    }

    private static IResult Unknown(HttpContext http) => RegistryErrors.Refuse(http, 404, "NAME_UNKNOWN", "The path names no repository.");

    private IResult Catalog(ArmResource registry) =>
        TypedResults.Json(new JsonObject { ["repositories"] = Texts(content.Repositories(registry)) });

    private async Task<IResult> PullAsync(HttpContext http, string path)
    {
        if (DistributionPath.Parse(path) is not { } target)
            return Unknown(http);
        return await EnterAsync(http, new("repository", target.Repository, ["pull"]), registry => target.Kind switch
        {
            "manifests" => Send(http, content.FindManifest(registry, target.Repository, target.Reference), "MANIFEST_UNKNOWN"),
            "blobs" => Send(http, content.FindLayer(registry, target.Repository, target.Reference), "BLOB_UNKNOWN"),
            "tags" => TypedResults.Json(new JsonObject { ["name"] = target.Repository, ["tags"] = Texts(content.Tags(registry, target.Repository)) }),
            _ => Unknown(http),
        });
    }

    private async Task<IResult> PushAsync(HttpContext http, string path)
    {
        if (DistributionPath.Parse(path) is not { } target)
            return Unknown(http);

        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        return await EnterAsync(http, new("repository", target.Repository, ["pull", "push"]), registry => (target.Kind, http.Request.Method) switch
        {
            ("manifests", "PUT") => Stored(http, content.PutManifest(
                registry, target.Repository, target.Reference, http.Request.ContentType ?? "application/vnd.oci.image.manifest.v1+json", body.ToArray())),
            ("blobs/uploads", "POST") when !http.Request.Query.ContainsKey("digest") => BeginUpload(http, target),
            ("blobs/uploads", _) => StoreLayer(http, registry, target, body.ToArray()),
            _ => Unknown(http),
        });
    }

    private IResult BeginUpload(HttpContext http, DistributionPath target)
    {
        http.Response.Headers.Location = $"/v2/{target.Repository}/blobs/uploads/{sandbox.Random.NewGuid()}";
        return TypedResults.StatusCode(StatusCodes.Status202Accepted);
    }

    private IResult StoreLayer(HttpContext http, ArmResource registry, DistributionPath target, byte[] bytes) =>
        http.Request.Query["digest"] == RegistryContent.DigestOf(bytes)
            ? Stored(http, content.PutLayer(registry, target.Repository, bytes))
            : RegistryErrors.Refuse(http, 400, "DIGEST_INVALID", "The digest is not that of the content.");

    private static IResult Stored(HttpContext http, RegistryArtifact artifact)
    {
        http.Response.Headers[DigestHeader] = artifact.Digest;
        http.Response.Headers.Location = $"/v2/{artifact.Repository}/blobs/{artifact.Digest}";
        return TypedResults.StatusCode(StatusCodes.Status201Created);
    }

    private static IResult Send(HttpContext http, RegistryArtifact? artifact, string unknown)
    {
        if (artifact is null)
            return RegistryErrors.Refuse(http, 404, unknown, "The registry does not have it.");
        http.Response.Headers[DigestHeader] = artifact.Digest;
        return TypedResults.Bytes(artifact.Content, artifact.MediaType);
    }

    private static JsonArray Texts(IReadOnlyList<string> texts) => new([.. texts.Select(text => JsonValue.Create(text))]);

    /// <summary>Lets a request in whose token is good for what it needs; any good token will do when it needs nothing.</summary>
    private async Task<IResult> EnterAsync(HttpContext http, RegistryScope? needed, Func<ArmResource, IResult> answer)
    {
        const string scheme = "Bearer ";
        var login = RegistryHost.LoginServer(http);
        var header = http.Request.Headers.Authorization.ToString();
        var granted = header.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)
            ? await tokens.ReadAccessAsync(login, header[scheme.Length..].Trim())
            : null;
        return host.With(http, (arm, id) =>
        {
            var isEnough = granted is not null && (needed is null || granted.Any(scope =>
                scope.Type == needed.Type && scope.Name == needed.Name && needed.Actions.All(scope.Actions.Contains)));
            return isEnough && arm.Resources.Find(id) is { } registry ? answer(registry) : RegistryErrors.Challenge(http, login, needed);
        });
    }
}
