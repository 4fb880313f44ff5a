using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Provisioning.Sandbox.Tests;

/// <summary>JSON by reflection, which these tests have turned off for all that does not ask for it, as a natively compiled sandbox has none.</summary>
internal static class ReflectedJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web) { TypeInfoResolver = new DefaultJsonTypeInfoResolver() };
}
