using System.Text.Json.Nodes;
using Provisioning.Sandbox.Arm.Resources;

namespace Provisioning.Sandbox.Arm.Operations;

/// <summary>A resource in the making.</summary>
/// <param name="Existing">What is there now, or null.</param>
/// <param name="Id">The id it will have.</param>
/// <param name="Body">The body it will have; read-only properties of the request are left out. The provider adds to it.</param>
internal sealed record Draft(ArmResource? Existing, ArmId Id, JsonObject Body)
{
    /// <summary>Whether the resource is new.</summary>
    public bool IsNew => Existing is null;

    /// <summary>The properties in the making.</summary>
    public JsonObject Properties => Body.Open("properties");

    /// <summary>The properties there now; empty for a new resource.</summary>
    public JsonObject Current { get; } = Existing?.Open().ObjectAt("properties") ?? [];

    /// <summary>The region it is in.</summary>
    public string Location => Body.TextAt("location") ?? Existing?.Open().TextAt("location") ?? "global";

    /// <summary>Sets a read-only property: what is there stays, a new resource gets a new value.</summary>
    public void Keep(string property, Func<JsonNode?> initial) =>
        Properties[property] = Current.At(property)?.DeepClone() ?? initial();

    /// <summary>The first of these properties that the request changes, or null. One left out of the request stays as it is.</summary>
    public string? FirstChange(params ReadOnlySpan<string> properties)
    {
        foreach (var property in properties)
        {
            if (Existing is null)
                return null;
            if (Properties.At(property) is null)
                Properties[property] = Current.At(property)?.DeepClone();
            else if (!SameValue(Properties.At(property), Current.At(property)))
                return property;
        }

        return null;
    }

    private static bool SameValue(JsonNode? left, JsonNode? right) =>
        left.TextAt() is { } one && right.TextAt() is { } other
            ? one.Equals(other, StringComparison.OrdinalIgnoreCase)
            : JsonNode.DeepEquals(left, right);
}
