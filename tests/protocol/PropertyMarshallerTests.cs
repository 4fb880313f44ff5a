using Google.Protobuf.WellKnownTypes;
using Provisioning.Protocol.Rpc;
using Provisioning.Protocol.Values;

namespace Provisioning.Protocol.Tests;

public sealed class PropertyMarshallerTests
{
    private const string Urn = "urn:pulumi:dev::shop::azure-native:resources:ResourceGroup::rg";

    public static TheoryData<PropertyValue> Values => new()
    {
        PropertyValue.Null,
        true,
        3.5,
        "text",
        PropertyValue.Unknown,
        new PropertyValue.ArrayValue(["a", PropertyValue.Null, 1]),
        new PropertyValue.ObjectValue([KeyValuePair.Create<string, PropertyValue>("a", false)]),
        new PropertyValue.SecretValue(new PropertyValue.ArrayValue(["hidden", PropertyValue.Unknown])),
        new PropertyValue.OutputValue("known", true, [Urn]),
        new PropertyValue.OutputValue(null, false, [Urn]),
        new PropertyValue.ResourceReference(Urn, "/subscriptions/s", "3.28.0"),
        new PropertyValue.ResourceReference(Urn, PropertyValue.Unknown, ""),
        new PropertyValue.ResourceReference(Urn, null, ""),
        new PropertyValue.AssetValue("abc", "text", null, null),
        new PropertyValue.ArchiveValue("def", [KeyValuePair.Create<string, PropertyValue>("f", new PropertyValue.AssetValue("abc", null, "./f", null))], null, null),
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void Value_WithEverythingKept_SurvivesTheWire(PropertyValue value)
    {
        var wire = PropertyMarshaller.Marshal(value, MarshalOptions.KeepAll);

        Assert.NotNull(wire);
        Assert.Equal(value, PropertyMarshaller.Unmarshal(wire));
    }

    [Theory]
    [MemberData(nameof(Values))]
    public void Reducing_GivesWhatThePeerWouldRead(PropertyValue value)
    {
        PropertyMap map = [KeyValuePair.Create("value", value)];

        Assert.All(
            [MarshalOptions.Plain, MarshalOptions.Provider, MarshalOptions.KeepAll, MarshalOptions.Plain with { ElideAssetContents = true }],
            options => Assert.Equal(PropertyMarshaller.Unmarshal(PropertyMarshaller.Marshal(map, options)), PropertyMarshaller.Reduce(map, options)));
    }

    [Fact]
    public void Reducing_AMapThatThePeerTakesAsItIs_GivesThatMap()
    {
        PropertyMap map = [KeyValuePair.Create<string, PropertyValue>("list", new PropertyValue.ArrayValue(["a", new PropertyValue.SecretValue("b")]))];

        Assert.Same(map, PropertyMarshaller.Reduce(map, MarshalOptions.Provider));
        Assert.NotSame(map, PropertyMarshaller.Reduce(map, MarshalOptions.Plain));
    }

    [Fact]
    public void Reducing_ATextThatStandsForAnUnknownValue_GivesThat()
    {
        PropertyMap map = [KeyValuePair.Create<string, PropertyValue>("text", Signatures.Unknown)];

        Assert.Equal(PropertyValue.Unknown, PropertyMarshaller.Reduce(map, MarshalOptions.Provider)["text"]);
    }

    [Fact]
    public void Unknown_ForAPeerThatTakesNone_LeavesMembersAndItemsOut()
    {
        PropertyMap map =
        [
            KeyValuePair.Create<string, PropertyValue>("list", new PropertyValue.ArrayValue(["a", PropertyValue.Unknown, "b"])),
            KeyValuePair.Create("unknown", PropertyValue.Unknown),
        ];

        var wire = PropertyMarshaller.Marshal(map, MarshalOptions.Plain);

        Assert.Equal(["list"], wire.Fields.Keys);
        Assert.Equal(["a", "b"], wire.Fields["list"].ListValue.Values.Select(item => item.StringValue));
    }

    [Fact]
    public void Secret_ForAPeerThatTakesNone_BecomesItsElement()
    {
        var wire = PropertyMarshaller.Marshal(new PropertyValue.SecretValue("s"), MarshalOptions.Plain);

        Assert.Equal("s", wire?.StringValue);
    }

    [Fact]
    public void OutputValue_ForAProvider_BecomesASecretOfItsElement()
    {
        var wire = PropertyMarshaller.Marshal(new PropertyValue.OutputValue("v", true, [Urn]), MarshalOptions.Provider);

        Assert.Equal(new PropertyValue.SecretValue("v"), PropertyMarshaller.Unmarshal(Assert.IsType<Value>(wire)));
    }

    [Fact]
    public void ResourceReference_ForAPeerThatTakesNone_BecomesTheIdOfACustomResource()
    {
        var wire = PropertyMarshaller.Marshal(new PropertyValue.ResourceReference(Urn, "the-id", ""), MarshalOptions.Plain);

        Assert.Equal("the-id", wire?.StringValue);
    }

    [Fact]
    public void ResourceReference_ForAPeerThatTakesNone_BecomesTheUrnOfAComponent()
    {
        var wire = PropertyMarshaller.Marshal(new PropertyValue.ResourceReference(Urn, null, ""), MarshalOptions.Plain);

        Assert.Equal(Urn, wire?.StringValue);
    }

    [Fact]
    public void Asset_Elided_KeepsItsHashAlone()
    {
        var wire = PropertyMarshaller.Marshal(
            new PropertyValue.AssetValue("abc", "content", null, null),
            MarshalOptions.KeepAll with { ElideAssetContents = true });

        Assert.Equal(new PropertyValue.AssetValue("abc", null, null, null), PropertyMarshaller.Unmarshal(Assert.IsType<Value>(wire)));
    }

    [Theory]
    [InlineData("1c4a061d-8072-4f0a-a4cb-0ff528b18fe7")]
    [InlineData("3eeb2bf0-c639-47a8-9e75-3b44932eb421")]
    [InlineData("04da6b54-80e4-46f7-96ec-b56ff0331ba9")]
    [InlineData("6a19a0b0-7e62-4c92-b797-7f8e31da9cc2")]
    [InlineData("030794c1-ac77-496b-92df-f27374a8bd58")]
    [InlineData("e48ece36-62e2-4504-bad9-02848725956a")]
    [InlineData("dd056dcd-154b-4c76-9bd3-c8f88648b5ff")]
    public void UnknownOfAnyType_IsRead(string sentinel)
    {
        Assert.Equal(PropertyValue.Unknown, PropertyMarshaller.Unmarshal(Value.ForString(sentinel)));
    }

    [Fact]
    public void UnknownSignature_IsRefused()
    {
        var wire = Value.ForStruct(new Struct { Fields = { [Signatures.Key] = Value.ForString("no-such-kind") } });

        var exception = Assert.Throws<RpcException>(() => PropertyMarshaller.Unmarshal(wire));

        Assert.Equal(RpcStatusCode.InvalidArgument, exception.Code);
    }

    [Fact]
    public void SecretWithoutValue_IsRefused()
    {
        var wire = Value.ForStruct(new Struct { Fields = { [Signatures.Key] = Value.ForString(Signatures.Secret) } });

        Assert.Throws<RpcException>(() => PropertyMarshaller.Unmarshal(wire));
    }

    [Fact]
    public void ValueWithoutAKind_IsRefused()
    {
        Assert.Throws<RpcException>(() => PropertyMarshaller.Unmarshal(new Value()));
    }

    [Fact]
    public void Secret_Printed_ShowsNothing()
    {
        Assert.DoesNotContain("hunter2", new PropertyValue.SecretValue("hunter2").ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", new PropertyValue.OutputValue("hunter2", true, []).ToString(), StringComparison.Ordinal);
    }
}
