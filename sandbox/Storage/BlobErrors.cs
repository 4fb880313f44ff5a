using System.Globalization;
using System.Xml.Linq;
using Microsoft.AspNetCore.Http;
using Provisioning.Sandbox.Requests;

namespace Provisioning.Sandbox.Storage;

/// <summary>Refusals as the blob service writes them: a header with the code, and XML.</summary>
internal static class BlobErrors
{
    /// <summary>A refusal.</summary>
    public static IResult Refuse(HttpContext http, int status, string code, string message, DateTimeOffset at)
    {
        CallerFeature.Of(http).ErrorCode = code;
        http.Response.Headers["x-ms-error-code"] = code;
        var request = http.Response.Headers["x-ms-request-id"].ToString();
        var time = at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture);
        var error = new XElement("Error", new XElement("Code", code), new XElement("Message", $"{message}\nRequestId:{request}\nTime:{time}"));
        return Results.Text(new XDeclaration("1.0", "utf-8", null) + error.ToString(SaveOptions.DisableFormatting), "application/xml", statusCode: status);
    }
}
