using Microsoft.AspNetCore.Http;
using Provisioning.Sandbox.Arm.Resources;

namespace Provisioning.Sandbox.Registry;

/// <summary>
/// Uploads of layers: begin, complete, cancel, and ask whether one is open. Whether a registry of Azure wants the action <c>delete</c> for
/// a cancellation is not documented; here it wants what the other writes want.
/// </summary>
internal sealed class UploadEndpoints(RegistryContent content, RegistryUploads uploads)
{
    private const string UploadHeader = "Docker-Upload-UUID";

    /// <summary>202 with the address of a new upload.</summary>
    public IResult Begin(HttpContext http, ArmResource registry, DistributionPath target)
    {
        var id = uploads.Begin(registry, target.Repository);
        http.Response.Headers.Location = $"/v2/{target.Repository}/blobs/uploads/{id}";
        http.Response.Headers.Range = "0-0";
        http.Response.Headers[UploadHeader] = id;
        return TypedResults.StatusCode(StatusCodes.Status202Accepted);
    }

    /// <summary>204 while an upload is open.</summary>
    public IResult Show(HttpContext http, ArmResource registry, DistributionPath target)
    {
        if (!uploads.IsOpen(registry, target.Repository, target.Reference))
            return Unknown(http);
        http.Response.Headers.Range = "0-0";
        http.Response.Headers[UploadHeader] = target.Reference;
        return TypedResults.NoContent();
    }

    /// <summary>201 with the layer; the upload is over. A wrong digest leaves it open.</summary>
    public IResult Complete(HttpContext http, ArmResource registry, DistributionPath target, byte[] bytes)
    {
        if (HttpMethods.IsPut(http.Request.Method) && !uploads.IsOpen(registry, target.Repository, target.Reference))
            return Unknown(http);
        if (http.Request.Query["digest"] != RegistryContent.DigestOf(bytes))
            return RegistryErrors.Refuse(http, 400, "DIGEST_INVALID", "The digest is not that of the content.");

        uploads.End(registry, target.Repository, target.Reference);
        return DistributionEndpoints.Stored(http, content.PutLayer(registry, target.Repository, bytes));
    }

    /// <summary>204; the upload is over and nothing is stored.</summary>
    public IResult Cancel(HttpContext http, ArmResource registry, DistributionPath target)
    {
        if (!uploads.IsOpen(registry, target.Repository, target.Reference))
            return Unknown(http);
        uploads.End(registry, target.Repository, target.Reference);
        return TypedResults.NoContent();
    }

    private static IResult Unknown(HttpContext http) => RegistryErrors.Refuse(http, 404, "BLOB_UPLOAD_UNKNOWN", "The upload is not known to the registry.");
}
