using System.Text.Json.Nodes;

namespace Provisioning.Sandbox.Arm.Subscriptions;

/// <summary>A resource provider as answers show it.</summary>
internal static class ProviderView
{
    /// <summary>The provider of a namespace, or null when the sandbox has none.</summary>
    public static JsonObject? Of(string name, ArmId subscription, ArmWorld arm)
    {
        var types = ArmTypes.All.Where(type => type.Namespace.Equals(name, StringComparison.OrdinalIgnoreCase)).ToList();
        return types.Count is 0 ? null : new JsonObject
        {
            ["id"] = $"{subscription}/providers/{types[0].Namespace}",
            ["namespace"] = types[0].Namespace,
            ["registrationState"] = arm.Providers.IsRegistered(name, subscription) ? "Registered" : "NotRegistered",
            ["registrationPolicy"] = "RegistrationRequired",
            ["resourceTypes"] = new JsonArray([.. types.Select(TypeView)]),
        };
    }

    private static JsonObject TypeView(ArmResourceType type) => new()
    {
        ["resourceType"] = string.Join('/', type.Segments.Select(segment => segment.Type)),
        ["apiVersions"] = new JsonArray([.. type.Versions.Accepted.Reverse().Select(version => JsonValue.Create(version))]),
    };
}
