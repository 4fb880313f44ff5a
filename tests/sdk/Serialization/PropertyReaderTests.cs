using System.Collections.Immutable;
using System.Text.Json;
using Google.Protobuf.WellKnownTypes;
using Provisioning.Protocol.Values;
using Pulumi.Serialization;
using Pulumi.Tests.Fakes;

namespace Pulumi.Tests.Serialization;

/// <summary>What the program gets for each value of the engine.</summary>
public sealed class PropertyReaderTests
{
    public static TheoryData<string, string, object?> Values => new()
    {
        { "bool", "true", true },
        { "double", "2.5", 2.5 },
        { "int is truncated", "2.9", 2 },
        { "string", "\"a\"", "a" },
        { "null string", "null", null },
        { "null int is the default", "null", 0 },
        { "nullable", "3", (int?)3 },
        { "enum", "2", Color.Blue },
        { "string enum", "\"Blob\"", StorageKind.Blob },
        { "number enum", "3", Level.High },
        { "first case of a union", "\"a\"", Union<string, int>.FromT0("a") },
        { "second case of a union", "1", Union<string, int>.FromT1(1) },
    };

    [Theory]
    [MemberData(nameof(Values), DisableDiscoveryEnumeration = true)]
    public void Read_Value_HasTheWantedType(string kind, string json, object? expected)
    {
        var type = kind switch
        {
            "null string" => typeof(string),
            "nullable" => typeof(int?),
            _ => expected?.GetType() ?? typeof(object),
        };

        Assert.Equal(expected, Read(json, type).Value);
    }

    [Fact]
    public void Read_List_IsAnImmutableArray() =>
        Assert.Equal(new[] { 1, 2 }, (IEnumerable<int>)(ImmutableArray<int>)Read("[1,2]", typeof(ImmutableArray<int>)).Value!);

    [Fact]
    public void Read_MissingList_IsTheDefaultArray() =>
        Assert.True(((ImmutableArray<int>)Read("null", typeof(ImmutableArray<int>)).Value!).IsDefault);

    [Fact]
    public void Read_Map_SkipsInternalMembers()
    {
        var map = (ImmutableDictionary<string, string>)Read("""{"a":"b","__defaults":"x"}""", typeof(ImmutableDictionary<string, string>)).Value!;

        Assert.Equal(KeyValuePair.Create("a", "b"), Assert.Single(map));
    }

    [Fact]
    public void Read_OutputType_MatchesConstructorParametersByName()
    {
        var sku = (SkuResponse)Read("""{"name":"S1","capacity":2,"availabilityZones":["1"],"extra":true}""", typeof(SkuResponse)).Value!;

        Assert.Equal(("S1", 2, "1"), (sku.Name, sku.Capacity, Assert.Single(sku.Zones)));
    }

    [Fact]
    public void Read_SecretThatAnOutputTypeHasNoPlaceFor_MakesTheWholeSecret()
    {
        var data = Read($$"""{"name":"S1","extra":{"{{Signatures.Key}}":"{{Signatures.Secret}}","value":"s"} }""", typeof(SkuResponse));

        Assert.True(data.IsSecret);
    }

    [Fact]
    public void Read_DiscriminatedUnion_PicksTheCaseOfTheTag()
    {
        Assert.Equal(2, ((Circle)Read("""{"kind":"circle","radius":2}""", typeof(IShape)).Value!).Radius);
        Assert.Equal(3, ((Square)Read("""{"kind":"square","side":3}""", typeof(IShape)).Value!).Side);
    }

    [Fact]
    public void Read_DiscriminatedUnionWithAnotherTag_DoesNotFit() =>
        Assert.Throws<PropertyTypeException>(() => Read("""{"kind":"cone"}""", typeof(IShape)));

    [Fact]
    public void Read_Object_KeepsGenericShapes()
    {
        var map = (ImmutableDictionary<string, object>)Read("""{"n":1,"l":["a",true]}""", typeof(object)).Value!;

        Assert.Equal(1.0, map["n"]);
        Assert.Equal(["a", true], (IEnumerable<object>)(ImmutableArray<object>)map["l"]);
    }

    [Fact]
    public void Read_JsonElement_IsStructuralJson() =>
        Assert.Equal("""{"a":[1,null,"x"]}""", ((JsonElement)Read("""{"a":[1,null,"x"]}""", typeof(JsonElement)).Value!).GetRawText());

    [Fact]
    public void Read_SecretInside_MakesTheWholeSecret()
    {
        var data = Read($$"""["a",{"{{Signatures.Key}}":"{{Signatures.Secret}}","value":"s"}]""", typeof(ImmutableArray<string>));

        Assert.True(data.IsSecret);
        Assert.Equal(new[] { "a", "s" }, (IEnumerable<string>)(ImmutableArray<string>)data.Value!);
    }

    [Theory]
    [InlineData("1c4a061d-8072-4f0a-a4cb-0ff528b18fe7")]
    [InlineData("3eeb2bf0-c639-47a8-9e75-3b44932eb421")]
    [InlineData("04da6b54-80e4-46f7-96ec-b56ff0331ba9")]
    [InlineData("6a19a0b0-7e62-4c92-b797-7f8e31da9cc2")]
    [InlineData("030794c1-ac77-496b-92df-f27374a8bd58")]
    [InlineData("e48ece36-62e2-4504-bad9-02848725956a")]
    [InlineData("dd056dcd-154b-4c76-9bd3-c8f88648b5ff")]
    public void Read_AnyUnknownInside_MakesTheWholeUnknown(string sentinel)
    {
        var data = Read($$"""{"a":"x","b":"{{sentinel}}"}""", typeof(ImmutableDictionary<string, string>));

        Assert.False(data.IsKnown);
        Assert.Null(data.Value);
    }

    [Fact]
    public async Task Read_OutputInside_KeepsItsOwnTraits()
    {
        var data = Read($$"""["a",{"{{Signatures.Key}}":"{{Signatures.Secret}}","value":"s"}]""", typeof(ImmutableArray<Output<string>>));

        Assert.False(data.IsSecret);
        Assert.True(await ((ImmutableArray<Output<string>>)data.Value!)[1].IsSecretAsync());
    }

    [Fact]
    public void Read_OutputValue_CarriesSecretnessAndDependencies()
    {
        var data = Read($$"""{"{{Signatures.Key}}":"{{Signatures.OutputValue}}","value":"v","secret":true,"dependencies":["urn:pulumi:s::p::a:b:C::n"]}""", typeof(string));

        Assert.Equal("v", data.Value);
        Assert.True(data.IsSecret);
        Assert.Equal("n", Assert.Single(data.Traits.Resources).GetResourceName());
    }

    [Fact]
    public async Task Read_AssetsAndArchives_CanBeSentAgain()
    {
        var json = $$"""{"{{Signatures.Key}}":"{{Signatures.Asset}}","path":"./f"}""";
        var asset = Assert.IsType<FileAsset>(Read(json, typeof(AssetOrArchive)).Value);

        Assert.Equal(new PropertyValue.AssetValue("", null, "./f", null), await new Serializer().SerializeAsync("x", asset));
    }

    [Fact]
    public async Task Read_AssetWithoutContent_CannotBeSentAgain()
    {
        var asset = Read($$"""{"{{Signatures.Key}}":"{{Signatures.Asset}}","hash":"abc"}""", typeof(Asset)).Value;

        await Assert.ThrowsAsync<InvalidOperationException>(async () => await new Serializer().SerializeAsync("x", asset));
    }

    [Fact]
    public void Read_WrongKind_NamesPathAndKindAndHidesTheContent()
    {
        var failure = Assert.Throws<PropertyTypeException>(() => Read("""["very secret"]""", typeof(ImmutableArray<int>)));

        Assert.Contains("x[0] is a string", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("very secret", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(typeof(long))]
    [InlineData(typeof(DateTime))]
    [InlineData(typeof(List<string>))]
    [InlineData(typeof(ImmutableDictionary<int, string>))]
    [InlineData(typeof(ImmutableArray<long>))]
    [InlineData(typeof(OutputTests))]
    public void Require_UnreadableType_NamesWhereItIs(System.Type type) =>
        Assert.Contains("[Output] A.B", Assert.Throws<InvalidOperationException>(() => ReadableTypes.Require(type, "[Output] A.B")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(typeof(int?))]
    [InlineData(typeof(object))]
    [InlineData(typeof(SkuResponse))]
    [InlineData(typeof(IShape))]
    [InlineData(typeof(Thing))]
    [InlineData(typeof(Color))]
    [InlineData(typeof(StorageKind))]
    [InlineData(typeof(ImmutableDictionary<string, ImmutableArray<Union<string, double>>>))]
    [InlineData(typeof(Output<JsonElement>))]
    public void Require_ReadableType_Passes(System.Type type) => ReadableTypes.Require(type, "x");

    private static OutputData<object?> Read(string json, System.Type type) =>
        PropertyReader.Read(PropertyMarshaller.Unmarshal(Value.Parser.ParseJson(json)), type, "x");

    private sealed class OutputTests;
}
