using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Provisioning.Protocol.Values;
using Provisioning.Providers.Azure.Tests.Fakes;
using Provisioning.Providers.Azure.Values;

namespace Provisioning.Providers.Azure.Tests.Arm;

/// <summary>
/// What each type sends and makes of the answer, in files under <c>Golden</c>: <c>inputs</c> and <c>response</c> are
/// written by hand; <c>put</c>, <c>outputs</c> and <c>imported</c> are what we do with them.
/// </summary>
public sealed class GoldenTests
{
    private const string Accept = "ACCEPT_GOLDEN";

    public static TheoryData<string> Cases =>
    [
        .. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Golden"), "*.json").Select(file => Path.GetFileNameWithoutExtension(file)).Order(),
    ];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Create_sends_the_golden_body(string name)
    {
        var golden = Load(name);
        var harness = await HarnessAsync(golden);

        await harness.CreateAsync(Type(golden), Map(golden, "inputs"));

        Check(name, "put", JsonNode.Parse(harness.Azure.Single("PUT").Body));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Create_returns_the_golden_outputs(string name)
    {
        var golden = Load(name);
        var harness = await HarnessAsync(golden);

        var (id, outputs) = await harness.CreateAsync(Type(golden), Map(golden, "inputs"));

        Assert.Equal(golden["response"]?["id"]?.GetValue<string>(), id);
        Check(name, "outputs", ToJson(outputs));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Import_returns_the_golden_inputs(string name)
    {
        var golden = Load(name);
        var harness = await HarnessAsync(golden, exists: true);
        var id = golden["id"]?.GetValue<string>() ?? "";

        var (read, _, inputs) = await harness.ReadAsync(Type(golden), id);

        Assert.Equal(id, read);
        Check(name, "imported", ToJson(inputs));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Inputs_that_were_checked_once_show_no_difference(string name)
    {
        var golden = Load(name);
        var harness = await HarnessAsync(golden);
        var (inputs, failures) = await harness.CheckAsync(Type(golden), Map(golden, "inputs"));
        Assert.Empty(failures);

        var (again, _) = await harness.CheckAsync(Type(golden), Map(golden, "inputs"), olds: inputs);
        var diff = await harness.DiffAsync(Type(golden), inputs, again);

        Assert.Empty(diff.DetailedDiff);
    }

    private static async Task<Harness> HarnessAsync(JsonNode golden, bool exists = false)
    {
        var harness = await Harness.NativeAsync();
        var id = golden["id"]?.GetValue<string>() ?? "";
        var response = golden["response"]?.ToJsonString() ?? "";
        if (!exists)
            harness.Azure.On("GET", id, 404, FakeAzure.Error("ResourceNotFound")).On("PUT", id, 201, response);
        harness.Azure.On("GET", id, 200, response);
        return harness;
    }

    private static JsonNode Load(string name) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Golden", name + ".json"))) ?? throw new InvalidOperationException(name);

    private static string Type(JsonNode golden) => golden["type"]?.GetValue<string>() ?? "";

    private static PropertyMap Map(JsonNode golden, string member) => Harness.Map(golden[member]?.ToJsonString() ?? "{}");

    private static JsonNode? ToJson(PropertyMap map) => JsonNode.Parse(JsonValues.Write(map).ToString());

    private static void Check(string name, string member, JsonNode? actual, [CallerFilePath] string source = "")
    {
        if (Environment.GetEnvironmentVariable(Accept) == "1")
        {
            var file = Path.Combine(Path.GetDirectoryName(source) ?? "", "..", "Golden", name + ".json");
            var golden = JsonNode.Parse(File.ReadAllText(file)) ?? throw new InvalidOperationException(name);
            golden[member] = actual;
            File.WriteAllText(file, golden.ToJsonString(new JsonSerializerOptions { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }) + "\n");
            return;
        }

        var expected = Load(name)[member];
        Assert.True(
            JsonNode.DeepEquals(expected, actual),
            $"Golden/{name}.json, {member}:\nexpected {expected?.ToJsonString()}\nactual   {actual?.ToJsonString()}\nTo accept, run the tests with {Accept}=1 and review the change.");
    }
}
