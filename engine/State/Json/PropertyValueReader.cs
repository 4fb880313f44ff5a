using System.Globalization;
using System.Text.Json;
using Provisioning.Protocol.Values;

namespace Provisioning.Engine.State.Json;

/// <summary>Reads property values from a state; the inverse of <see cref="PropertyValueWriter"/>.</summary>
/// <param name="plaintextOf">The text that a ciphertext stands for.</param>
/// <param name="remember">Is told where each secret stands, its element, and the ciphertext it came from.</param>
internal sealed class PropertyValueReader(Func<string, string> plaintextOf, Action<StateElement, PropertyValue, string> remember)
{
    /// <summary>Reads inside a secret: what stands as ciphertext there is plain, because all around it was encrypted.</summary>
    private static readonly PropertyValueReader Nested = new(text => text, (_, _, _) => { });

    /// <summary>All ciphertexts in a value.</summary>
    public static IEnumerable<string> Ciphertexts(StateElement element) => element.Json.ValueKind switch
    {
        JsonValueKind.Array => element.AsItems().SelectMany(Ciphertexts),
        JsonValueKind.Object when Signature(element) == Signatures.Secret => element.Text("ciphertext") is { Length: > 0 } ciphertext ? [ciphertext] : [],
        JsonValueKind.Object => element.AsMembers().SelectMany(member => Ciphertexts(member.Value)),
        _ => [],
    };

    /// <summary>Whether a value holds secrets that are not encrypted.</summary>
    public static bool HoldsPlaintext(StateElement element) => element.Json.ValueKind switch
    {
        JsonValueKind.Array => element.AsItems().Any(HoldsPlaintext),
        JsonValueKind.Object when Signature(element) == Signatures.Secret => element.Text("plaintext").Length > 0,
        JsonValueKind.Object => element.AsMembers().Any(member => HoldsPlaintext(member.Value)),
        _ => false,
    };

    /// <summary>Reads a map; an absent one is empty.</summary>
    public PropertyMap ReadMap(StateElement? element) => element is { } map
        ? PropertyMap.Create(map.AsMembers().Select(member => KeyValuePair.Create(member.Name, Read(member.Value))))
        : PropertyMap.Empty;

    /// <summary>Reads a value.</summary>
    public PropertyValue Read(StateElement element) => element.Json.ValueKind switch
    {
        JsonValueKind.Null => PropertyValue.Null,
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number => element.Json.GetDouble(),
        JsonValueKind.String => element.AsText() is var text && Signatures.IsUnknown(text) ? PropertyValue.Unknown : text,
        JsonValueKind.Array => new PropertyValue.ArrayValue([.. element.AsItems().Select(Read)]),
        JsonValueKind.Object => ReadObject(element),
        _ => throw element.Wrong("a value"),
    };

    private static string? Signature(StateElement element) => element.Find(Signatures.Key)?.AsText();

    private PropertyValue ReadObject(StateElement element) => Signature(element) switch
    {
        null => new PropertyValue.ObjectValue(ReadMap(element)),
        Signatures.Secret => ReadSecret(element),
        Signatures.ResourceReference => ReadReference(element),
        Signatures.Asset => new PropertyValue.AssetValue(
            element.Text("hash"), element.Find("text")?.AsText(), element.Find("path")?.AsText(), element.Find("uri")?.AsText()),
        Signatures.Archive => new PropertyValue.ArchiveValue(
            element.Text("hash"),
            element.Find("assets") is { } assets ? ReadMap(assets) : null,
            element.Find("path")?.AsText(),
            element.Find("uri")?.AsText()),
        StateSignatures.NonFiniteNumber => ReadNonFinite(element),
        StateSignatures.ByteString => throw new StateException(
            StateErrorCode.UnsupportedFeature,
            $"{element.Where} is a string of bytes that are not UTF-8, which this engine does not support; use Pulumi's own CLI for this stack."),
        var signature => throw new StateException(
            StateErrorCode.UnknownSignature,
            $"{element.Where} has the unknown signature '{signature}', so a newer engine wrote the {element.File}; use that one, or update this one."),
    };

    private PropertyValue.SecretValue ReadSecret(StateElement element)
    {
        var ciphertext = element.Text("ciphertext");
        var plaintext = element.Text("plaintext");
        if ((ciphertext.Length == 0) == (plaintext.Length == 0))
            throw new StateException(StateErrorCode.Unreadable, $"The {element.File} cannot be read: {element.Where} is a secret that must have either a ciphertext or a plaintext.");

        var value = Nested.Read(new StateElement(ParseSecret(element, ciphertext.Length > 0 ? plaintextOf(ciphertext) : plaintext), element.Where, element.File));
        if (ciphertext.Length > 0)
            remember(element, value, ciphertext);
        return new PropertyValue.SecretValue(value);
    }

    private static JsonElement ParseSecret(StateElement element, string text)
    {
        try
        {
            return JsonElement.Parse(text, StateDocument.JsonOptions);
        }
        catch (JsonException)
        {
            // The parser's message quotes the text, which is the secret.
            throw new StateException(StateErrorCode.Unreadable, $"The {element.File} cannot be read: the secret at {element.Where} does not hold JSON.");
        }
    }

    private static PropertyValue.ResourceReference ReadReference(StateElement element)
    {
        PropertyValue? id = element.Find("id")?.AsText() switch
        {
            null => null,
            "" => PropertyValue.Unknown,
            var text => Signatures.IsUnknown(text) ? PropertyValue.Unknown : text,
        };
        return new PropertyValue.ResourceReference(element.Text("urn"), id, element.Text("packageVersion"));
    }

    private static PropertyValue ReadNonFinite(StateElement element) =>
        ulong.TryParse(element.Text("value"), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var bits)
            ? BitConverter.UInt64BitsToDouble(bits)
            : throw element.Wrong("a number as 16 hex digits");
}
