using System.Text.Json;

namespace Provisioning.Sdk.Generator.Schema;

/// <summary>The schema's description of a value: its kind and, where the kind has one, what it refers to.</summary>
/// <param name="Kind">One of <c>string</c>, <c>int</c>, <c>double</c>, <c>boolean</c>, <c>any</c>, <c>assetOrArchive</c>,
/// <c>array</c>, <c>map</c>, <c>object</c>, <c>enum</c>, <c>union</c>.</param>
/// <param name="Ref">Key of the object type or enum, for the kinds <c>object</c> and <c>enum</c>.</param>
/// <param name="Const">The only value a discriminator may have.</param>
/// <param name="Of">The element type of an array or map (an object), or the alternatives of a union (an array).</param>
internal sealed record TypeReference(string Kind, string? Ref = null, string? Const = null, JsonElement? Of = null)
{
    /// <summary>Keys of the object types a union is made of; empty for every other kind.</summary>
    public IEnumerable<string> Alternatives() =>
        Kind == "union" && Of is { ValueKind: JsonValueKind.Array } alternatives
            ? alternatives.EnumerateArray()
                .Where(alternative => alternative.TryGetProperty("ref", out _))
                .Select(alternative => alternative.GetProperty("ref").ToString())
            : [];
}
