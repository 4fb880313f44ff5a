using System.Text.Json.Nodes;

namespace Provisioning.Sandbox.Arm.Storage;

/// <summary>The blob service as every account gets it.</summary>
internal static class BlobServiceDefaults
{
    /// <summary>Its body.</summary>
    public static JsonObject Create() => new()
    {
        ["properties"] = new JsonObject
        {
            ["cors"] = new JsonObject { ["corsRules"] = new JsonArray() },
            ["deleteRetentionPolicy"] = new JsonObject { ["enabled"] = false },
            ["isVersioningEnabled"] = false,
        },
    };
}
