using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Provisioning.Sandbox.Hosting;

namespace Provisioning.Sandbox.Graph;

/// <summary>Lists, a page at a time: <c>$top</c> objects (100 unless asked), and a link to the next page while there is one.</summary>
internal static class GraphPage
{
    private const int DefaultSize = 100;
    private const int LargestSize = 999;

    /// <summary>The answer to a list request.</summary>
    /// <param name="call">The request.</param>
    /// <param name="set">The entity set below <c>$metadata#</c>, which is also its path.</param>
    /// <param name="objects">All objects that match, in a stable order.</param>
    public static IResult Of(GraphCall call, string set, IEnumerable<JsonObject> objects)
    {
        var size = Number(call.Query("$top"), DefaultSize);
        if (size is < 1 or > LargestSize)
            throw GraphException.BadRequest($"Invalid page size specified: '{size}'. Must be between 1 and {LargestSize} inclusive.");

        var skip = Number(call.Query("$skiptoken"), 0);
        var page = objects.Skip(skip).Take(size + 1).ToList();
        var answer = new JsonObject { ["@odata.context"] = $"{call.Root}/$metadata#{set}" };
        if (page.Count > size)
        {
            page.RemoveAt(size);
            var filter = call.Query("$filter") is { Length: > 0 } sent ? $"$filter={Uri.EscapeDataString(sent)}&" : "";
            answer["@odata.nextLink"] = $"{call.Root}/{set}?{filter}$top={size}&$skiptoken={skip + size}";
        }

        answer["value"] = new JsonArray([.. page]);
        return JsonAnswer.Of(answer);
    }

    /// <summary>An object as an answer of its own.</summary>
    public static IResult Single(GraphCall call, string set, JsonObject entity, int status = StatusCodes.Status200OK)
    {
        entity.Insert(0, "@odata.context", $"{call.Root}/$metadata#{set}/$entity");
        return JsonAnswer.Of(entity, status);
    }

    private static int Number(string text, int otherwise) =>
        text.Length == 0 ? otherwise
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : throw GraphException.BadRequest($"Invalid value '{text}' for a query option that takes a number.");
}
