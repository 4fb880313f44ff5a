using System.Globalization;
using System.Text;
using Provisioning.Protocol.Values;

namespace Provisioning.Engine.State.Json;

/// <summary>
/// Writes property values as states hold them (Pulumi's pkg/resource/stack/deployment.go). Special values are objects
/// with <see cref="Signatures.Key"/>; their members come in byte order as in every map.
/// </summary>
/// <param name="json">Where to.</param>
/// <param name="form">How secrets appear.</param>
/// <param name="ciphertextOf">
/// The ciphertext of a secret, given its <see cref="ValuePath"/>, and its element; asked
/// only for <see cref="SecretForm.Encrypted"/>.
/// </param>
internal sealed class PropertyValueWriter(GoJsonWriter json, SecretForm form, Func<string, PropertyValue, string>? ciphertextOf = null)
{
    private readonly ValuePath path = new();

    /// <summary>The text of a secret's element that is encrypted as a whole.</summary>
    public static string SecretText(PropertyValue element)
    {
        var json = new GoJsonWriter(escapeHtml: true);
        new PropertyValueWriter(json, SecretForm.Nested).Write(element);
        return Encoding.UTF8.GetString(json.Written);
    }

    /// <summary>Writes a member with its value.</summary>
    public void WriteMember(string name, PropertyValue value)
    {
        path.Enter(name);
        json.Name(name);
        Write(value);
        path.Leave();
    }

    private void WriteMap(PropertyMap map)
    {
        json.StartObject();
        foreach (var (key, value) in KeyOrder.Sort(map.Entries))
            WriteMember(key, value);
        json.EndObject();
    }

    /// <summary>Writes a value. An output value loses its dependencies; states do not hold them.</summary>
    private void Write(PropertyValue value)
    {
        switch (value)
        {
            case PropertyValue.NullValue:
                json.Null();
                break;
            case PropertyValue.BoolValue boolean:
                json.Boolean(boolean.Value);
                break;
            case PropertyValue.NumberValue number:
                WriteNumber(number.Value);
                break;
            case PropertyValue.StringValue text:
                json.String(text.Value);
                break;
            case PropertyValue.ArrayValue array:
                WriteArray(array);
                break;
            case PropertyValue.ObjectValue @object:
                WriteMap(@object.Members);
                break;
            case PropertyValue.SecretValue secret:
                WriteSecret(secret);
                break;
            case PropertyValue.UnknownValue:
                json.String(Signatures.Unknown);
                break;
            case PropertyValue.OutputValue output:
                var element = output.Element ?? PropertyValue.Unknown;
                Write(output.IsSecret ? new PropertyValue.SecretValue(element) : element);
                break;
            case PropertyValue.ResourceReference reference:
                WriteReference(reference);
                break;
            case PropertyValue.AssetValue asset:
                WriteSpecial(Signatures.Asset, ("hash", asset.Hash), ("path", asset.Path), ("text", asset.Text), ("uri", asset.Uri));
                break;
            case PropertyValue.ArchiveValue archive:
                WriteArchive(archive);
                break;
            default:
                throw new InvalidOperationException($"Unhandled property value {value.GetType()}.");
        }
    }

    private void WriteArray(PropertyValue.ArrayValue array)
    {
        json.StartArray();
        for (var index = 0; index < array.Items.Length; index++)
        {
            path.Enter(index);
            Write(array.Items[index]);
            path.Leave();
        }

        json.EndArray();
    }

    private void WriteNumber(double number)
    {
        if (double.IsFinite(number))
            json.Number(number);
        else
            WriteSpecial(StateSignatures.NonFiniteNumber, ("value", BitConverter.DoubleToUInt64Bits(number).ToString("x16", CultureInfo.InvariantCulture)));
    }

    private void WriteSecret(PropertyValue.SecretValue secret) =>
        WriteSpecial(Signatures.Secret, form switch
        {
            SecretForm.Encrypted when ciphertextOf is not null => ("ciphertext", ciphertextOf(path.ToString(), secret.Element)),
            SecretForm.Nested => ("ciphertext", SecretText(secret.Element)),
            SecretForm.Plaintext => ("plaintext", SecretText(secret.Element)),
            _ => throw new InvalidOperationException($"Unhandled form {form}."),
        });

    private void WriteReference(PropertyValue.ResourceReference reference)
    {
        StartSpecial(Signatures.ResourceReference);
        if (reference.Id is not null)
        {
            json.Name("id");
            json.String((reference.Id as PropertyValue.StringValue)?.Value ?? "");
        }

        json.Name("packageVersion");
        json.String(reference.PackageVersion);
        json.Name("urn");
        json.String(reference.Urn);
        json.EndObject();
    }

    private void WriteArchive(PropertyValue.ArchiveValue archive)
    {
        StartSpecial(Signatures.Archive);
        if (archive.Assets is not null)
            WriteMember("assets", new PropertyValue.ObjectValue(archive.Assets));
        WriteMembers(("hash", archive.Hash), ("path", archive.Path), ("uri", archive.Uri));
        json.EndObject();
    }

    private void WriteSpecial(string signature, params ReadOnlySpan<(string Name, string? Value)> members)
    {
        StartSpecial(signature);
        WriteMembers(members);
        json.EndObject();
    }

    private void StartSpecial(string signature)
    {
        json.StartObject();
        json.Name(Signatures.Key);
        json.String(signature);
    }

    private void WriteMembers(params ReadOnlySpan<(string Name, string? Value)> members)
    {
        foreach (var (name, value) in members)
        {
            if (string.IsNullOrEmpty(value))
                continue;
            json.Name(name);
            json.String(value);
        }
    }
}
