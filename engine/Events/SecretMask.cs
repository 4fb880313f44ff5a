using System.Buffers.Text;
using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Provisioning.Engine.State;
using Provisioning.Protocol.Values;

namespace Provisioning.Engine.Events;

/// <summary>
/// Hides the secrets that an operation has come across in what others write about it: a provider, a service behind it or the program may
/// repeat what it was given. Thread-safe.
/// </summary>
internal sealed class SecretMask
{
    /// <summary>What stands in a secret's place.</summary>
    public const string Replacement = "[secret]";

    /// <summary>Pulumi's limit: hiding shorter texts would hide half of every message, and tell what they are.</summary>
    private const int ShortestText = 3;

    /// <summary>The longest first, so that no part of one is left beside a shorter one.</summary>
    private static readonly IComparer<string> LongestFirst = Comparer<string>.Create((left, right) =>
        left.Length != right.Length ? right.Length.CompareTo(left.Length) : string.CompareOrdinal(left, right));

    private ImmutableSortedSet<string> texts = ImmutableSortedSet.Create(LongestFirst);

    /// <summary>Learns a secret, and the forms in which it is usually repeated: in JSON, in URLs and in Base64.</summary>
    public void Learn(string secret)
    {
        // Words of JSON are no secrets, even where they stand in for one.
        if (secret.Length < ShortestText || secret is "true" or "false" or "null" || texts.Contains(secret))
            return;

        var bytes = Encoding.UTF8.GetBytes(secret);
        ImmutableInterlocked.Update(ref texts, known => known.Union(
        [
            secret,
            JsonEncodedText.Encode(secret).ToString(),
            JsonEncodedText.Encode(secret, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString(),
            Uri.EscapeDataString(secret),
            Convert.ToBase64String(bytes),
            Base64Url.EncodeToString(bytes),
        ]));
    }

    /// <summary>Learns the secrets in properties.</summary>
    public void Learn(PropertyMap? properties)
    {
        foreach (var (_, value) in properties ?? PropertyMap.Empty)
            Learn(value, isSecret: false);
    }

    /// <summary>Learns the secrets of a resource.</summary>
    public void Learn(ResourceState? resource)
    {
        Learn(resource?.Inputs);
        Learn(resource?.Outputs);
    }

    /// <summary>A text without the secrets known so far.</summary>
    public string Hide(string text)
    {
        foreach (var secret in Volatile.Read(ref texts))
            text = text.Replace(secret, Replacement, StringComparison.Ordinal);
        return text;
    }

    private void Learn(PropertyValue? value, bool isSecret)
    {
        switch (value)
        {
            case PropertyValue.StringValue text when isSecret:
                Learn(text.Value);
                break;
            case PropertyValue.SecretValue secret:
                Learn(secret.Element, isSecret: true);
                break;
            case PropertyValue.OutputValue output:
                Learn(output.Element, isSecret || output.IsSecret);
                break;
            case PropertyValue.ArrayValue array:
                foreach (var item in array.Items)
                    Learn(item, isSecret);
                break;
            case PropertyValue.ObjectValue map:
                foreach (var (_, member) in map.Members)
                    Learn(member, isSecret);
                break;
        }
    }
}
