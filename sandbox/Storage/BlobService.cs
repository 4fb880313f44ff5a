using System.Security.Cryptography;
using System.Xml.Linq;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Provisioning.Sandbox.DataPlane;
using Provisioning.Sandbox.Hosting;

namespace Provisioning.Sandbox.Storage;

/// <summary>The blobs of the storage accounts. An account's address is its name below the endpoint.</summary>
internal sealed class BlobService(SandboxContext sandbox, DataPlaneAccess access) : ISandboxService
{
    private const int PageSize = 5000;

    private readonly BlobGate _gate = new(sandbox, access);
    private readonly BlobStore _blobs = new(sandbox.World);

    /// <inheritdoc/>
    public SandboxEndpoint Endpoint => SandboxEndpoint.Storage;

    /// <inheritdoc/>
    public void Map(WebApplication app)
    {
        app.MapAnswer("/{account}/{container}", ["GET"], http => ListAsync(http, http.Route("account"), http.Route("container")));
        MapBlob(app, ["GET", "HEAD"], GetAsync);
        MapBlob(app, ["PUT"], PutAsync);
        MapBlob(app, ["DELETE"], DeleteAsync);
    }

    private static void MapBlob(WebApplication app, IEnumerable<string> methods, Func<HttpContext, string, string, string, Task<IResult>> answer) =>
        app.MapAnswer("/{account}/{container}/{**blob}", methods, async http => http.FindRoute("blob") is { } blob
            ? await answer(http, http.Route("account"), http.Route("container"), blob)
            : TypedResults.BadRequest());

    private Task<IResult> GetAsync(HttpContext http, string account, string container, string blob) =>
        _gate.EnterAsync(http, account, container, blob, BlobDemand.Read, found =>
        {
            if (_blobs.Find(found, blob) is not { } record)
                return _gate.Refuse(http, 404, "BlobNotFound", $"There is no blob '{blob}'.");

            http.Response.Headers["x-ms-blob-type"] = "BlockBlob";
            http.Response.Headers["x-ms-lease-status"] = "unlocked";
            http.Response.Headers["x-ms-server-encrypted"] = "true";
            http.Response.Headers.ContentMD5 = Convert.ToBase64String(MD5.HashData(record.Content));
            return Results.Bytes(
                record.Content,
                record.ContentType ?? "application/octet-stream",
                enableRangeProcessing: true,
                lastModified: record.ModifiedAt,
                entityTag: new EntityTagHeaderValue(record.ETag));
        });

    private Task<IResult> ListAsync(HttpContext http, string account, string container) =>
        _gate.EnterAsync(http, account, container, "", BlobDemand.List, found =>
        {
            if (http.Request.Query["comp"] != "list")
                return _gate.Refuse(http, 400, "InvalidQueryParameterValue", "The blobs of a container are listed with restype=container and comp=list.");

            var all = _blobs.List(found, http.Request.Query["prefix"].ToString()).Where(blob => string.CompareOrdinal(blob.Name, http.Request.Query["marker"]) >= 0).ToList();
            var size = int.TryParse(http.Request.Query["maxresults"], out var most) && most > 0 ? Math.Min(most, PageSize) : PageSize;
            var blobs = all.Take(size).Select(blob => new XElement(
                "Blob",
                new XElement("Name", blob.Name),
                new XElement(
                    "Properties",
                    new XElement("Last-Modified", blob.ModifiedAt.ToString("R")),
                    new XElement("Etag", blob.ETag),
                    new XElement("Content-Length", blob.Content.Length),
                    new XElement("BlobType", "BlockBlob"))));
            var list = new XElement("EnumerationResults", new XAttribute("ContainerName", container), new XElement("Blobs", blobs), new XElement("NextMarker", all.ElementAtOrDefault(size)?.Name));
            return Results.Text(new XDeclaration("1.0", "utf-8", null) + list.ToString(SaveOptions.DisableFormatting), "application/xml");
        });

    private async Task<IResult> PutAsync(HttpContext http, string account, string container, string blob)
    {
        using var content = new MemoryStream();
        await http.Request.Body.CopyToAsync(content, http.RequestAborted);
        return await _gate.EnterAsync(http, account, container, blob, BlobDemand.Write, found =>
        {
            if (http.Request.Headers["x-ms-blob-type"] != "BlockBlob")
                return _gate.Refuse(http, 400, "InvalidHeaderValue", "The sandbox keeps block blobs only; send 'x-ms-blob-type: BlockBlob'.");

            if (http.Request.Headers.IfNoneMatch == "*" && _blobs.Find(found, blob) is not null)
                return _gate.Refuse(http, 409, "BlobAlreadyExists", $"There is a blob '{blob}' already.");

            var record = _blobs.Put(found, blob, content.ToArray(), http.Request.ContentType, sandbox.Now);
            http.Response.Headers.ETag = record.ETag;
            http.Response.Headers.LastModified = record.ModifiedAt.ToString("R");
            return TypedResults.StatusCode(StatusCodes.Status201Created);
        });
    }

    private Task<IResult> DeleteAsync(HttpContext http, string account, string container, string blob) =>
        _gate.EnterAsync(http, account, container, blob, BlobDemand.Delete, found =>
        {
            if (_blobs.Find(found, blob) is null)
                return _gate.Refuse(http, 404, "BlobNotFound", $"There is no blob '{blob}'.");
            _blobs.Remove(found, blob);
            return TypedResults.StatusCode(StatusCodes.Status202Accepted);
        });
}
