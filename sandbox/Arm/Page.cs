using System.Globalization;
using System.Text.Json.Nodes;
using Provisioning.Sandbox.Hosting;

namespace Provisioning.Sandbox.Arm;

/// <summary>Lists as Azure pages them: some items and, while there are more, the address of the next.</summary>
internal static class Page
{
    private const int Size = 100;

    /// <summary>The page a request asks for.</summary>
    /// <param name="items">All items, in an order that stays.</param>
    /// <param name="request">Its <c>$top</c> limits the page; its skip parameter, which stands in every <c>nextLink</c>, says where it begins.</param>
    /// <param name="arm">Gives the endpoint.</param>
    /// <param name="skipParameter">The provider's name for the skip parameter.</param>
    public static ArmResponse Of(IEnumerable<JsonObject> items, ArmRequest request, ArmWorld arm, string skipParameter = "$skiptoken")
    {
        var all = items.ToList();
        var start = Number(request, skipParameter) ?? 0;
        var size = Math.Clamp(Number(request, "$top") ?? Size, 1, Size);
        var body = new JsonObject { ["value"] = new JsonArray([.. all.Skip(start).Take(size)]) };
        if (start + size < all.Count)
            body["nextLink"] = NextLink(request, arm, skipParameter, start + size);
        return ArmResponse.Ok(body);
    }

    private static int? Number(ArmRequest request, string parameter) =>
        int.TryParse(request.Query.GetValueOrDefault(parameter), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string NextLink(ArmRequest request, ArmWorld arm, string skipParameter, int next)
    {
        var query = request.Query
            .Where(parameter => !parameter.Key.Equals(skipParameter, StringComparison.OrdinalIgnoreCase))
            .Append(new(skipParameter, next.ToString(CultureInfo.InvariantCulture)))
            .Select(parameter => $"{Uri.EscapeDataString(parameter.Key)}={Uri.EscapeDataString(parameter.Value)}");
        var address = new UriBuilder(arm.Sandbox.AddressOf(SandboxEndpoint.ResourceManager)) { Path = request.Path, Query = string.Join('&', query) };
        return address.Uri.AbsoluteUri;
    }
}
