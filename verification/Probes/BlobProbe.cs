using System.Xml;
using System.Xml.Linq;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Provisioning.Verification.Probes;

/// <summary>
/// Whether somebody may read or write the blobs of a container. Reading lists one blob and asks for its first bytes, which stay unread.
/// Writing makes an empty blob of a name that nobody has and deletes it; where the account keeps deleted blobs, it keeps this one as long.
/// </summary>
/// <param name="transport">What sends the requests.</param>
/// <param name="container">Address of the container, as in <c>https://account.blob.core.windows.net/container</c>.</param>
/// <param name="action">What is asked for.</param>
internal sealed class BlobProbe(HttpPipelineTransport transport, Uri container, BlobAction action) : IProbe
{
    private const string Scope = "https://storage.azure.com/.default";
    private const string UnknownAccount = "AccountNotFound";

    // No folder: with hierarchical namespaces the folder would outlive the blob.
    private const string WrittenPrefix = ".provisioning-verify-";
    private static readonly (string Name, string Value) Version = ("x-ms-version", "2025-01-05");

    private readonly ServiceClient _client = new(transport);
    private readonly string _container = container.GetLeftPart(UriPartial.Path).TrimEnd('/');

    /// <inheritdoc/>
    public async Task<ProbeAnswer> AskAsync(TokenCredential credential, CancellationToken cancellationToken)
    {
        var token = (await credential.GetTokenAsync(new TokenRequestContext([Scope]), cancellationToken)).Token;
        return action switch
        {
            BlobAction.Read => await ReadAsync(token, cancellationToken),
            BlobAction.Write => await WriteAsync(token, cancellationToken),
            _ => throw new InvalidOperationException($"'{action}' is no action on blobs."),
        };
    }

    private async Task<ProbeAnswer> ReadAsync(string token, CancellationToken cancellationToken)
    {
        var list = await SendAsync(RequestMethod.Get, "?restype=container&comp=list&maxresults=20", token, cancellationToken);
        if (list is not ServiceReply.Success { Content: var content })
            return Explain(list);
        if (Read(content) is not { } blobs)
            return new ProbeAnswer.Unavailable($"{container.Authority} answered with no list of blobs.");
        if (FirstOf(blobs) is not { } name)
            return new ProbeAnswer.Allowed("the container is empty");

        var read = await SendAsync(RequestMethod.Get, $"/{Escape(name)}", token, cancellationToken, ("Range", "bytes=0-15"));
        return read switch
        {
            ServiceReply.Success => new ProbeAnswer.Allowed("the first blob can be read"),
            ServiceReply.Failure { Status: 416 } => new ProbeAnswer.Allowed("the first blob can be read; it is empty"),
            ServiceReply.Failure { Error.Code: "BlobNotFound" } => new ProbeAnswer.Allowed("the first blob was deleted meanwhile"),
            _ => Explain(read),
        };
    }

    private async Task<ProbeAnswer> WriteAsync(string token, CancellationToken cancellationToken)
    {
        var name = WrittenPrefix + Guid.NewGuid().ToString("N");
        var written = await SendAsync(RequestMethod.Put, $"/{name}", token, cancellationToken, ("x-ms-blob-type", "BlockBlob"), ("If-None-Match", "*"));

        // A blob of this name is there already when a former attempt arrived whose answer was lost.
        if (written is not (ServiceReply.Success or ServiceReply.Failure { Error.Code: "BlobAlreadyExists" }))
            return Explain(written);

        var deleted = await SendAsync(RequestMethod.Delete, $"/{name}", token, cancellationToken);
        return deleted switch
        {
            ServiceReply.Success or ServiceReply.Failure { Error.Code: "BlobNotFound" } => new ProbeAnswer.Allowed("a blob was written and deleted"),
            ServiceReply.Failure { Error: var error } => new ProbeAnswer.Allowed($"the blob '{name}' was written and is left behind: {error.Code}"),
            _ => new ProbeAnswer.Allowed($"the blob '{name}' was written and may be left behind: the connection was lost"),
        };
    }

    private Task<ServiceReply> SendAsync(
        RequestMethod method, string path, string token, CancellationToken cancellationToken, params (string Name, string Value)[] headers) =>
        _client.SendAsync(
            new ServiceRequest(method, new Uri(_container + path))
            {
                Bearer = token,
                Headers = [Version, .. headers],
                ReadsContent = path.StartsWith('?'),
            },
            cancellationToken);

    private static ProbeAnswer Explain(ServiceReply reply) => reply switch
    {
        ServiceReply.Failure { Status: 404 } failure => failure.ToMissing(),
        ServiceReply.Failure { Error.Code: "ContainerBeingDeleted" } failure => failure.ToMissing(),
        ServiceReply.Failure failure => failure.ToAnswer(),
        ServiceReply.Unreached unreached => unreached.ToAnswer(UnknownAccount),
        _ => throw new InvalidOperationException($"'{reply}' is no failure."),
    };

    private static XElement? Read(string list)
    {
        try
        {
            return XDocument.Parse(list).Root is { Name.LocalName: "EnumerationResults" } root ? root : null;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    // Those that other probes are about to delete do not count.
    private static string? FirstOf(XElement blobs) => blobs.Descendants("Blob")
        .Select(blob => NameOf(blob.Element("Name")))
        .FirstOrDefault(name => name?.StartsWith(WrittenPrefix, StringComparison.Ordinal) is false);

    private static string? NameOf(XElement? name) =>
        name?.Attribute("Encoded") is { Value: "true" } ? Uri.UnescapeDataString(name.Value) : name?.Value;

    private static string Escape(string name) => string.Join('/', name.Split('/').Select(Uri.EscapeDataString));
}
