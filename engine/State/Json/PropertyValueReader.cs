using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Provisioning.Protocol.Values;

namespace Provisioning.Engine.State.Json;

/// <summary>Reads property values from a state; the inverse of <see cref="PropertyValueWriter"/>.</summary>
/// <param name="plaintextOf">The text that a ciphertext stands for.</param>
/// <param name="remember">Is told the path of each secret from what is read, its element, and the ciphertext it came from.</param>
internal sealed class PropertyValueReader(Func<string, string> plaintextOf, Action<string, PropertyValue, string> remember)
{
    /// <summary>What every special object has in its text, unless it is written with escapes.</summary>
    private static readonly byte[] Key = Encoding.UTF8.GetBytes(Signatures.Key);

    private readonly ValuePath path = new();

    /// <summary>All ciphertexts in a value.</summary>
    public static IReadOnlyList<string> Ciphertexts(StateElement element)
    {
        var ciphertexts = new List<string>();
        if (MayHoldSpecialObjects(element))
            Collect(element, ciphertexts);
        return ciphertexts;
    }

    /// <summary>Whether a value holds secrets that are not encrypted.</summary>
    public static bool HoldsPlaintext(StateElement element) => MayHoldSpecialObjects(element) && FindsPlaintext(element);

    /// <summary>Reads a map; an absent one is empty.</summary>
    public PropertyMap ReadMap(StateElement? element)
    {
        if (element is not { } map)
            return PropertyMap.Empty;

        var found = map.AsObject();
        var count = 0;
        var members = new KeyValuePair<string, PropertyValue>[map.Json.GetPropertyCount()];
        foreach (var member in found)
        {
            var name = map.NameOf(member);
            members[count++] = KeyValuePair.Create(name, ReadMember(name, map.Inner(member.Value)));
        }

        return PropertyMap.Create(ImmutableCollectionsMarshal.AsImmutableArray(members));
    }

    /// <summary>Reads a map that is a member; an absent one is empty.</summary>
    public PropertyMap ReadMap(string name, StateElement? element)
    {
        path.Enter(name);
        var map = ReadMap(element);
        path.Leave();
        return map;
    }

    /// <summary>Reads a value that is a member.</summary>
    public PropertyValue ReadMember(string name, StateElement element)
    {
        path.Enter(name);
        var value = Read(element);
        path.Leave();
        return value;
    }

    /// <summary>Reads a value.</summary>
    public PropertyValue Read(StateElement element) => element.Json.ValueKind switch
    {
        JsonValueKind.Null => PropertyValue.Null,
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number => element.Json.GetDouble(),
        JsonValueKind.String => element.AsText() is var text && Signatures.IsUnknown(text) ? PropertyValue.Unknown : text,
        JsonValueKind.Array => ReadArray(element),
        JsonValueKind.Object => ReadObject(element),
        _ => throw element.Wrong("a value"),
    };

    private static bool MayHoldSpecialObjects(StateElement element)
    {
        var text = JsonMarshal.GetRawUtf8Value(element.Json);
        return text.IndexOf(Key) >= 0 || text.IndexOf("\\u"u8) >= 0;
    }

    private static bool FindsPlaintext(StateElement element) => element.Json.ValueKind switch
    {
        JsonValueKind.Array => element.AsItems().Any(FindsPlaintext),
        JsonValueKind.Object when Signature(element) == Signatures.Secret => element.Text("plaintext").Length > 0,
        JsonValueKind.Object => element.AsMembers().Any(member => FindsPlaintext(member.Value)),
        _ => false,
    };

    private static void Collect(StateElement element, List<string> ciphertexts)
    {
        switch (element.Json.ValueKind)
        {
            case JsonValueKind.Array:
                foreach (var item in element.Json.EnumerateArray())
                    Collect(element.Inner(item), ciphertexts);
                break;
            case JsonValueKind.Object when Signature(element) == Signatures.Secret:
                if (element.Text("ciphertext") is { Length: > 0 } ciphertext)
                    ciphertexts.Add(ciphertext);
                break;
            case JsonValueKind.Object:
                foreach (var member in element.Json.EnumerateObject())
                    Collect(element.Inner(member.Value), ciphertexts);
                break;
        }
    }

    private static string? Signature(StateElement element) => element.Find(Signatures.Key)?.AsText();

    private PropertyValue.ArrayValue ReadArray(StateElement element)
    {
        var items = new PropertyValue[element.Json.GetArrayLength()];
        var index = 0;
        foreach (var item in element.Json.EnumerateArray())
        {
            path.Enter(index);
            items[index++] = Read(element.Inner(item));
            path.Leave();
        }

        return new PropertyValue.ArrayValue(ImmutableCollectionsMarshal.AsImmutableArray(items));
    }

    private PropertyValue ReadObject(StateElement element) => Signature(element) switch
    {
        null => new PropertyValue.ObjectValue(ReadMap(element)),
        Signatures.Secret => ReadSecret(element),
        Signatures.ResourceReference => ReadReference(element),
        Signatures.Asset => new PropertyValue.AssetValue(
            element.Text("hash"), element.Find("text")?.AsText(), element.Find("path")?.AsText(), element.Find("uri")?.AsText()),
        Signatures.Archive => new PropertyValue.ArchiveValue(
            element.Text("hash"),
            element.Find("assets") is { } assets ? ReadMap("assets", assets) : null,
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

        // What stands as ciphertext inside is plain, because all around it was encrypted.
        var nested = new PropertyValueReader(text => text, (_, _, _) => { });
        var value = nested.Read(element.Content(ParseSecret(element, ciphertext.Length > 0 ? plaintextOf(ciphertext) : plaintext)));
        if (ciphertext.Length > 0)
            remember(path.ToString(), value, ciphertext);
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
