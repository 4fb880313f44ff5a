using Google.Protobuf.WellKnownTypes;
using Provisioning.Protocol.Rpc;

namespace Provisioning.Protocol.Values;

/// <summary>
/// Property values to and from <see cref="Struct"/>, as Pulumi marshals them (sdk/go/common/resource/plugin/rpc.go).
/// </summary>
/// <remarks>
/// Reading rejects malformed special objects with <see cref="RpcStatusCode.InvalidArgument"/>. Reading keeps
/// everything; reduce with <see cref="MarshalOptions"/> when writing.
/// </remarks>
public static class PropertyMarshaller
{
    /// <summary>Writes a map for a peer.</summary>
    public static Struct Marshal(PropertyMap map, MarshalOptions options)
    {
        var result = new Struct();
        foreach (var (key, value) in map)
        {
            if (Marshal(value, options) is { } marshalled)
                result.Fields[key] = marshalled;
        }

        return result;
    }

    /// <summary>Writes a value for a peer; null when it is left out (an unknown the peer does not take).</summary>
    public static Value? Marshal(PropertyValue value, MarshalOptions options) => value switch
    {
        PropertyValue.NullValue => Value.ForNull(),
        PropertyValue.BoolValue boolean => Value.ForBool(boolean.Value),
        PropertyValue.NumberValue number => Value.ForNumber(number.Value),
        PropertyValue.StringValue text => Value.ForString(text.Value),
        PropertyValue.ArrayValue array => MarshalArray(array, options),
        PropertyValue.ObjectValue @object => Value.ForStruct(Marshal(@object.Members, options)),
        PropertyValue.SecretValue secret => MarshalSecret(secret, options),
        PropertyValue.UnknownValue => options.KeepUnknowns ? Value.ForString(Signatures.Unknown) : null,
        PropertyValue.OutputValue output => MarshalOutput(output, options),
        PropertyValue.ResourceReference reference => MarshalReference(reference, options),
        PropertyValue.AssetValue asset => MarshalAsset(asset, options),
        PropertyValue.ArchiveValue archive => MarshalArchive(archive, options),
        _ => throw new InvalidOperationException($"Unhandled property value {value.GetType()}."),
    };

    /// <summary>What a peer would read of a map; the map itself when the peer takes all that it holds, as most do.</summary>
    public static PropertyMap Reduce(PropertyMap map, MarshalOptions options) =>
        SurvivesTheWire(map, options) ? map : Unmarshal(Marshal(map, options));

    /// <summary>Reads a map; an absent one is empty.</summary>
    public static PropertyMap Unmarshal(Struct? map) =>
        map is null ? PropertyMap.Empty : PropertyMap.Create(map.Fields.Select(field => KeyValuePair.Create(field.Key, Unmarshal(field.Value))));

    /// <summary>Reads a value.</summary>
    public static PropertyValue Unmarshal(Value value) => value.KindCase switch
    {
        Value.KindOneofCase.NullValue => PropertyValue.Null,
        Value.KindOneofCase.BoolValue => value.BoolValue,
        Value.KindOneofCase.NumberValue => value.NumberValue,
        Value.KindOneofCase.StringValue => Signatures.IsUnknown(value.StringValue) ? PropertyValue.Unknown : value.StringValue,
        Value.KindOneofCase.ListValue => new PropertyValue.ArrayValue([.. value.ListValue.Values.Select(Unmarshal)]),
        Value.KindOneofCase.StructValue => UnmarshalObject(value.StructValue),
        _ => throw Malformed("a value without a kind"),
    };

    private static bool SurvivesTheWire(PropertyMap map, MarshalOptions options)
    {
        foreach (var (key, value) in map)
        {
            if (key == Signatures.Key || !SurvivesTheWire(value, options))
                return false;
        }

        return true;
    }

    /// <summary>Whether a value is one that the peer surely reads as it is.</summary>
    private static bool SurvivesTheWire(PropertyValue value, MarshalOptions options) => value switch
    {
        PropertyValue.NullValue or PropertyValue.BoolValue or PropertyValue.NumberValue => true,
        PropertyValue.StringValue text => !Signatures.IsUnknown(text.Value),
        PropertyValue.UnknownValue => options.KeepUnknowns,
        PropertyValue.SecretValue secret => options.KeepSecrets && SurvivesTheWire(secret.Element, options),
        PropertyValue.ObjectValue @object => SurvivesTheWire(@object.Members, options),
        PropertyValue.ArrayValue array => array.Items.All(item => SurvivesTheWire(item, options)),
        _ => false,
    };

    private static Value MarshalArray(PropertyValue.ArrayValue array, MarshalOptions options)
    {
        var list = new ListValue();
        foreach (var item in array.Items)
        {
            if (Marshal(item, options) is { } marshalled)
                list.Values.Add(marshalled);
        }

        return new Value { ListValue = list };
    }

    private static Value? MarshalSecret(PropertyValue.SecretValue secret, MarshalOptions options)
    {
        var element = Marshal(secret.Element, options);
        return element is null || !options.KeepSecrets ? element : Special(Signatures.Secret, ("value", element));
    }

    private static Value? MarshalOutput(PropertyValue.OutputValue output, MarshalOptions options)
    {
        if (!options.KeepOutputValues)
        {
            var element = output.Element ?? PropertyValue.Unknown;
            return Marshal(output.IsSecret ? new PropertyValue.SecretValue(element) : element, options);
        }

        var special = Special(Signatures.OutputValue);
        if (output.Element is not null && Marshal(output.Element, options) is { } value)
            special.StructValue.Fields["value"] = value;
        if (output.IsSecret)
            special.StructValue.Fields["secret"] = Value.ForBool(true);
        if (!output.Dependencies.IsEmpty)
            special.StructValue.Fields["dependencies"] = Value.ForList([.. output.Dependencies.Select(Value.ForString)]);
        return special;
    }

    private static Value? MarshalReference(PropertyValue.ResourceReference reference, MarshalOptions options)
    {
        if (!options.KeepResources)
            return Marshal(reference.Id ?? reference.Urn, options);

        var special = Special(Signatures.ResourceReference, ("urn", Value.ForString(reference.Urn)));
        if (reference.Id is not null)
            special.StructValue.Fields["id"] = Value.ForString((reference.Id as PropertyValue.StringValue)?.Value ?? "");
        if (reference.PackageVersion.Length > 0)
            special.StructValue.Fields["packageVersion"] = Value.ForString(reference.PackageVersion);
        return special;
    }

    private static Value MarshalAsset(PropertyValue.AssetValue asset, MarshalOptions options)
    {
        var special = Special(Signatures.Asset);
        AddText(special, "hash", asset.Hash);
        if (!options.ElideAssetContents)
        {
            AddText(special, "text", asset.Text);
            AddText(special, "path", asset.Path);
            AddText(special, "uri", asset.Uri);
        }

        return special;
    }

    private static Value MarshalArchive(PropertyValue.ArchiveValue archive, MarshalOptions options)
    {
        var special = Special(Signatures.Archive);
        AddText(special, "hash", archive.Hash);
        if (!options.ElideAssetContents)
        {
            if (archive.Assets is not null)
                special.StructValue.Fields["assets"] = Value.ForStruct(Marshal(archive.Assets, options));
            AddText(special, "path", archive.Path);
            AddText(special, "uri", archive.Uri);
        }

        return special;
    }

    private static Value Special(string signature, params ReadOnlySpan<(string Key, Value Value)> members)
    {
        var special = new Struct { Fields = { [Signatures.Key] = Value.ForString(signature) } };
        foreach (var (key, value) in members)
            special.Fields[key] = value;
        return Value.ForStruct(special);
    }

    private static void AddText(Value special, string key, string? text)
    {
        if (!string.IsNullOrEmpty(text))
            special.StructValue.Fields[key] = Value.ForString(text);
    }

    private static PropertyValue UnmarshalObject(Struct map)
    {
        if (!map.Fields.TryGetValue(Signatures.Key, out var signature))
            return new PropertyValue.ObjectValue(Unmarshal(map));

        return signature.StringValue switch
        {
            Signatures.Secret => new PropertyValue.SecretValue(
                map.Fields.TryGetValue("value", out var value) ? Unmarshal(value) : throw Malformed("a secret without a value")),
            Signatures.OutputValue => UnmarshalOutput(map),
            Signatures.ResourceReference => UnmarshalReference(map),
            Signatures.Asset => new PropertyValue.AssetValue(
                Text(map, "hash") ?? "", Text(map, "text"), Text(map, "path"), Text(map, "uri")),
            Signatures.Archive => new PropertyValue.ArchiveValue(
                Text(map, "hash") ?? "",
                map.Fields.TryGetValue("assets", out var assets) ? Unmarshal(assets.StructValue) : null,
                Text(map, "path"),
                Text(map, "uri")),
            var unknown => throw Malformed($"an object with the unknown signature '{unknown}'"),
        };
    }

    private static PropertyValue.OutputValue UnmarshalOutput(Struct map)
    {
        var dependencies = map.Fields.TryGetValue("dependencies", out var list)
            ? list.ListValue?.Values ?? throw Malformed("an output value whose dependencies are no list")
            : [];
        return new PropertyValue.OutputValue(
            map.Fields.TryGetValue("value", out var value) ? Unmarshal(value) : null,
            map.Fields.TryGetValue("secret", out var secret) && secret.BoolValue,
            [.. dependencies.Select(urn => urn.HasStringValue ? urn.StringValue : throw Malformed("an output value with a dependency that is no string"))]);
    }

    private static PropertyValue.ResourceReference UnmarshalReference(Struct map)
    {
        var urn = Text(map, "urn") ?? throw Malformed("a resource reference without a URN");
        PropertyValue? id = null;
        if (map.Fields.TryGetValue("id", out var value))
            id = value.StringValue.Length == 0 || Signatures.IsUnknown(value.StringValue) ? PropertyValue.Unknown : value.StringValue;
        return new PropertyValue.ResourceReference(urn, id, Text(map, "packageVersion") ?? "");
    }

    private static string? Text(Struct map, string key) =>
        map.Fields.TryGetValue(key, out var value) && value.HasStringValue ? value.StringValue : null;

    private static RpcException Malformed(string what) =>
        new(RpcStatusCode.InvalidArgument, $"The message holds {what}.");
}
