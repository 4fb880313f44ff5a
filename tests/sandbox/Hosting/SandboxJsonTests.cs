using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Provisioning.Sandbox.Hosting;
using Provisioning.Sandbox.World;

namespace Provisioning.Sandbox.Tests.Hosting;

public sealed class SandboxJsonTests
{
    private const int MethodSpecifications = 0x2B000000;

    private static readonly JsonSerializerOptions Reflected = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    /// <summary>Where a type of the sandbox meets JSON.</summary>
    private static readonly string[] Entrances =
        [nameof(SandboxJson.TypeInfo), nameof(JsonAnswer.Of), nameof(SandboxWorld.Table), nameof(StateDirectory.WriteJson)];

    public static TheoryData<string> Types => [.. UsedTypes().Select(type => type.FullName ?? type.Name).Distinct()];

    [Fact]
    public void Every_table_body_and_file_has_a_known_type()
    {
        var used = UsedTypes();

        Assert.Contains(typeof(SandboxHost.StoredPort), used);
        Assert.Contains(typeof(SandboxConnection), used);
        Assert.DoesNotContain(used, type => SandboxJsonContext.Default.GetTypeInfo(type) is null);
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void Text_is_the_one_that_reflection_would_give(string name)
    {
        var type = UsedTypes().First(used => (used.FullName ?? used.Name) == name);
        foreach (var sample in new[] { true, false }.SelectMany(whole => JsonSamples.Of(Reflected.GetTypeInfo(type), whole)))
        {
            var text = sample.ToJsonString();
            var expected = JsonSerializer.Serialize(JsonSerializer.Deserialize(text, type, Reflected), type, Reflected);

            Assert.Equal(expected, JsonSerializer.Serialize(JsonSerializer.Deserialize(text, type, SandboxJson.Compact), type, SandboxJson.Compact));
        }
    }

    /// <summary>What the calls of the generic entrances in the assembly name.</summary>
    private static List<Type> UsedTypes()
    {
        var assembly = typeof(SandboxJson).Assembly;
        using var file = new PEReader(File.OpenRead(assembly.Location));
        return [.. Enumerable.Range(1, file.GetMetadataReader().GetTableRowCount(TableIndex.MethodSpec))
            .Select(row => Resolve(assembly.ManifestModule, MethodSpecifications + row))
            .Where(method => method?.Module == assembly.ManifestModule && Entrances.Contains(method.Name))
            .Select(method => method?.GetGenericArguments()[0] ?? typeof(void))
            .Distinct()];
    }

    private static MethodBase? Resolve(Module module, int token)
    {
        try
        {
            return module.ResolveMethod(token);
        }
        catch (Exception openParameter) when (openParameter is ArgumentException or BadImageFormatException)
        {
            // The call passes on a type parameter; whoever gave that one is seen too.
            return null;
        }
    }
}
