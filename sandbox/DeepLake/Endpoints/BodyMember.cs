using System.Text.Json;
using System.Text.Json.Nodes;

namespace Provisioning.Sandbox.DeepLake.Endpoints;

/// <summary>Reads the members of request bodies.</summary>
internal static class BodyMember
{
    private const int LongestText = 255;

    /// <summary>A text that must be there: 1 to 255 characters.</summary>
    public static string Text(JsonObject body, string name) =>
        body[name] is JsonValue value && value.GetValueKind() == JsonValueKind.String && value.GetValue<string>() is { Length: > 0 and <= LongestText } text
            ? text
            : throw DeepLakeException.BadRequest($"{name} is required, up to {LongestText} characters");

    /// <summary>A UUID that must be there.</summary>
    public static Guid Uuid(JsonObject body, string name) =>
        Guid.TryParseExact(Text(body, name), "D", out var id) ? id : throw DeepLakeException.BadRequest($"{name} must be a UUID");
}
