using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml;
using System.Xml.Linq;

namespace Provisioning.Verification.Probes;

/// <summary>What a service says about a request that it did not fulfil.</summary>
/// <param name="Code">The service's code; the name of the HTTP status where the service has none, as Deep Lake.</param>
/// <param name="Message">The first line of the service's words, as <see cref="ServiceWords"/> leaves it.</param>
/// <param name="IsFromService">
/// Whether the body is of the form that services write. A page of HTML comes from something in between, which knows nothing of permissions.
/// </param>
internal sealed record ServiceError(string Code, string Message, bool IsFromService = true)
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };
    private static readonly string[] MessageKeys = ["message", "error", "detail", "description"];

    /// <summary>
    /// Reads the body of an error in any of the services' forms: XML of the blob service, <c>error</c> of Resource Manager and the vaults
    /// with the finer code of <c>innererror</c>, <c>errors</c> of a registry, and a single text of Deep Lake.
    /// </summary>
    /// <param name="status">HTTP status.</param>
    /// <param name="headerCode">The header <c>x-ms-error-code</c>, or null.</param>
    /// <param name="body">The body, maybe empty.</param>
    public static ServiceError Parse(int status, string? headerCode, string body)
    {
        var byStatus = headerCode ?? ((HttpStatusCode)status).ToString();
        if (body.Length is 0)
            return new ServiceError(byStatus, $"HTTP status {status}.");
        return ParseJson(body, byStatus)
            ?? ParseXml(body, byStatus)
            ?? new ServiceError(byStatus, $"HTTP status {status} with a body that is no error of the service.", IsFromService: false);
    }

    private static ServiceError? ParseJson(string body, string byStatus)
    {
        try
        {
            if (JsonNode.Parse(body, documentOptions: Strict) is not JsonObject root)
                return null;

            // A registry lists its errors, the others have one; Deep Lake's is the text itself.
            var error = (root["errors"] as JsonArray)?.FirstOrDefault() as JsonObject ?? root["error"] as JsonObject ?? root;
            var code = Text(error["innererror"] as JsonObject, "code") ?? Text(error, "code") ?? byStatus;
            return new ServiceError(code, ServiceWords.FirstLine(MessageKeys.Select(key => Text(error, key)).OfType<string>().FirstOrDefault() ?? code));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static ServiceError? ParseXml(string body, string byStatus)
    {
        try
        {
            return XDocument.Parse(body).Root is { Name.LocalName: "Error" } error
                ? new ServiceError(error.Element("Code")?.Value ?? byStatus, ServiceWords.FirstLine(error.Element("Message")?.Value ?? byStatus))
                : null;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static string? Text(JsonObject? parent, string name) =>
        parent?[name] is JsonValue value && value.GetValueKind() is JsonValueKind.String ? value.GetValue<string>() : null;
}
