using System.Collections.Immutable;
using System.Text.Json;
using Provisioning.Protocol.Values;
using Pulumi.Serialization;
using Pulumi.Tests.Fakes;

namespace Pulumi.Tests.Serialization;

/// <summary>What is sent for each value of C#, as JSON.</summary>
public sealed class SerializerTests
{
    private const string Unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

    public static TheoryData<string, object?, string> Values => new()
    {
        { "string", "a", "\"a\"" },
        { "int", 1, "1" },
        { "double", 2.5, "2.5" },
        { "bool", true, "true" },
        { "null", null, "null" },
        { "known output", Output.Create("a"), "\"a\"" },
        { "secret output", Output.CreateSecret("x"), $$"""{ "{{Signatures.Key}}": "{{Signatures.Secret}}", "value": "x" }""" },
        { "unknown string", OutputAssertions.Unknown<string>(), $"\"{Unknown}\"" },
        { "unknown int", OutputAssertions.Unknown<int>(), $"\"{Unknown}\"" },
        { "unknown object", OutputAssertions.Unknown<object>(), $"\"{Unknown}\"" },
        { "unknown secret", Output.CreateSecret(OutputAssertions.Unknown<string>()), $"\"{Unknown}\"" },
        { "output of an output", Output.Create(Output.Create("a")), "\"a\"" },
        { "empty value", default(ValueTuple), "null" },
        { "input", (Input<string>)"a", "\"a\"" },
        { "input list", new InputList<string> { "a", OutputAssertions.Unknown<string>() }, $$"""[ "a", "{{Unknown}}" ]""" },
        { "unknown input list", (InputList<string>)OutputAssertions.Unknown<List<string>>(), $"\"{Unknown}\"" },
        { "input map", new InputMap<string> { { "k", "v" } }, """{ "k": "v" }""" },
        { "union", Union<string, int>.FromT1(3), "3" },
        { "input union", (InputUnion<string, int>)"a", "\"a\"" },
        { "string enum", StorageKind.Blob, "\"Blob\"" },
        { "number enum", Level.High, "3" },
        { "C# enum", Color.Blue, "2" },
        { "nested args", new SkuArgs { Name = "Standard" }, """{ "name": "Standard" }""" },
        { "output type", SkuResponse.Create("S1"), """{ "capacity": 1, "name": "S1", "zones": [ "z" ] }""" },
        { "list with null", new List<string?> { "a", null }, """[ "a", null ]""" },
        { "default immutable array", default(ImmutableArray<string>), "[ ]" },
        { "map without nulls", new Dictionary<string, object?> { ["a"] = 1, ["b"] = null }, """{ "a": 1 }""" },
        { "map in ordinal order", new Dictionary<string, int> { ["b"] = 2, ["a"] = 1, ["B"] = 3 }, """{ "B": 3, "a": 1, "b": 2 }""" },
        { "JSON element", JsonElement.Parse("""{"a":[1,true,null]}"""), """{ "a": [ 1, true, null ] }""" },
        { "JSON input", (InputJson)"""{"a":1}""", """{ "a": 1 }""" },
        { "text asset", new StringAsset("hi"), $$"""{ "{{Signatures.Key}}": "{{Signatures.Asset}}", "text": "hi" }""" },
        { "file asset", new FileAsset("./f"), $$"""{ "{{Signatures.Key}}": "{{Signatures.Asset}}", "path": "./f" }""" },
        { "remote asset", new RemoteAsset("https://a/f"), $$"""{ "{{Signatures.Key}}": "{{Signatures.Asset}}", "uri": "https://a/f" }""" },
        { "file archive", new FileArchive("./d"), $$"""{ "{{Signatures.Key}}": "{{Signatures.Archive}}", "path": "./d" }""" },
        {
            "archive of assets",
            new AssetArchive(new Dictionary<string, AssetOrArchive> { ["a"] = new StringAsset("t") }),
            $$"""{ "{{Signatures.Key}}": "{{Signatures.Archive}}", "assets": { "a": { "{{Signatures.Key}}": "{{Signatures.Asset}}", "text": "t" } } }"""
        },
    };

    [Theory]
    [MemberData(nameof(Values), DisableDiscoveryEnumeration = true)]
    public async Task Serialize_Value_HasItsWireForm(string kind, object? value, string wire) =>
        Assert.Equal($"{kind}: {wire}", $"{kind}: {await WireAsync(value)}");

    [Theory]
    [InlineData(1L)]
    [InlineData(1f)]
    [InlineData('c')]
    public async Task Serialize_UnsupportedType_NamesTypeAndPath(object value)
    {
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(async () =>
            await new Serializer().SerializeAsync("args", new Dictionary<string, object> { ["list"] = new List<object> { 1, value } }));

        Assert.Contains("args.list[1]", failure.Message, StringComparison.Ordinal);
        Assert.Contains(value.GetType().FullName ?? "", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Serialize_PlainObject_IsUnsupported() =>
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await new Serializer().SerializeAsync("x", new { A = 1 }));

    [Fact]
    public async Task Serialize_Task_AdvisesToWrapIt()
    {
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(async () => await new Serializer().SerializeAsync("x", Task.FromResult(1)));

        Assert.Contains("Output.Create", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Serialize_DictionaryWithOtherKeys_IsUnsupported() =>
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await new Serializer().SerializeAsync("x", new Dictionary<int, string> { [1] = "a" }));

    [Fact]
    public async Task Serialize_RequiredMemberMissing_NamesTheMember()
    {
        var failure = await Assert.ThrowsAsync<ArgumentNullException>(async () => await new Serializer().SerializeAsync("x", new SkuArgs()));

        Assert.Contains("SkuArgs.Name", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Serialize_EmptyText_CarriesItsHashSoThatItIsNotTakenForElided()
    {
        var asset = Assert.IsType<PropertyValue.AssetValue>(await new Serializer().SerializeAsync("x", new StringAsset("")));

        Assert.Equal("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", asset.Hash);
    }

    [Fact]
    public async Task Serialize_CustomResource_IsAReferenceAndADependency()
    {
        var serializer = new Serializer();
        var host = new Host();
        var value = await host.SucceedAsync(async () => await serializer.SerializeAsync("x", new Thing("thing")));

        Assert.Equal(new PropertyValue.ResourceReference("urn:pulumi:dev::proj::pkg:index:Thing::thing", "thing-id", ""), value);
        Assert.Equal(["thing"], serializer.Dependencies.Select(resource => resource.GetResourceName()));
    }

    [Fact]
    public async Task Serialize_CustomResourceWithUnknownId_IsAReferenceWithAnEmptyId()
    {
        var host = new Host { IsDryRun = true, Monitor = new() { OnRegister = (_, usual) => Task.FromResult(Without(usual)) } };
        var wire = await host.SucceedAsync(() => WireAsync(new Thing("thing")));

        Assert.Contains("\"id\": \"\"", wire, StringComparison.Ordinal);

        static Pulumirpc.RegisterResourceResponse Without(Pulumirpc.RegisterResourceResponse response)
        {
            response.Id = "";
            return response;
        }
    }

    [Fact]
    public async Task Serialize_Component_IsAReferenceWithoutId()
    {
        var wire = await new Host().SucceedAsync(() => WireAsync(new Group("group", withChild: false)));

        Assert.DoesNotContain("\"id\"", wire, StringComparison.Ordinal);
        Assert.Contains("my:index:Group::group", wire, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Serialize_KeepingOutputValues_WritesSecretUnknownAndDependencies()
    {
        var value = await new Host().SucceedAsync(async () => await new Serializer(keepOutputValues: true)
            .SerializeAsync("x", Output.CreateSecret(new Thing("thing").Name)));

        var output = Assert.IsType<PropertyValue.OutputValue>(value);
        Assert.True(output.IsSecret);
        Assert.Equal("urn:pulumi:dev::proj::pkg:index:Thing::thing", Assert.Single(output.Dependencies));
    }

    [Fact]
    public async Task Serialize_KeepingOutputValues_LeavesPlainOutputsPlain() =>
        Assert.Equal("a", await new Serializer(keepOutputValues: true).SerializeAsync("x", Output.Create("a")));

    [Fact]
    public async Task ToJson_Value_IsCompactText()
    {
        var json = Serializer.ToJson(new InputMap<object> { { "a", 1 }, { "b", new[] { true } } }, "x");

        Assert.Equal("""{"a":1,"b":[true]}""", await json.ValueAsync());
    }

    [Fact]
    public async Task ToJson_SecretOrUnknownInside_MarksTheText()
    {
        Assert.True(await Serializer.ToJson(new InputList<string> { Output.CreateSecret("s") }, "x").IsSecretAsync());
        Assert.False(await Serializer.ToJson(new InputList<string> { OutputAssertions.Unknown<string>() }, "x").IsKnownAsync());
    }

    private static async Task<string> WireAsync(object? value) =>
        $"{PropertyMarshaller.Marshal(await new Serializer().SerializeAsync("x", value), MarshalOptions.KeepAll)}";
}
