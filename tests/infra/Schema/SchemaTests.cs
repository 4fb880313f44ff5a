using System.Globalization;
using System.Text.Json.Nodes;
using Provisioning.Infra.Model;
using Provisioning.Infra.Model.Diagnostics;
using Provisioning.Infra.Model.Yaml;
using Provisioning.Infra.Tests.Model;
using Provisioning.Infra.Tests.Plans;

namespace Provisioning.Infra.Tests.Schema;

/// <summary>The schema for editors says the same as the loader, as far as a schema can.</summary>
public sealed class SchemaTests
{
    /// <summary>What a schema expresses without fail; other rules are beyond it, such as references and dates.</summary>
    private static readonly HashSet<DiagnosticDescriptor> Expressible =
    [
        ShapeDiagnostics.UnknownKey, ShapeDiagnostics.WrongType, ShapeDiagnostics.MissingKey, ShapeDiagnostics.NotAllowed,
        ShapeDiagnostics.KeyOfCreated, ShapeDiagnostics.ExactlyOne, ShapeDiagnostics.DuplicateItem, ShapeDiagnostics.EmptyList,
    ];

    public static TheoryData<string> Shipped =>
        ["local.yaml", "dev.yaml", "prod.yaml", .. Stacks.Scenarios.Select(scenario => $"scenarios/{scenario}.yaml")];

    [Fact]
    public void Schema_is_current() => Repository.AssertGolden(SchemaWriter.Write(), "stacks", "schema.json");

    [Theory]
    [MemberData(nameof(Shipped))]
    public void Schema_takes_shipped_documents(string file) =>
        Assert.True(SchemaTakes(File.ReadAllText(Repository.PathOf("stacks", file))));

    [Theory]
    [MemberData(nameof(BadDocumentTests.Files), MemberType = typeof(BadDocumentTests))]
    public void Schema_agrees_with_the_loader(string file)
    {
        string text = File.ReadAllText(Repository.PathOf("tests", "infra", "Model", "bad", file));
        LoadResult result = Documents.Load(text);
        if (result.Diagnostics.Any(item => item.Id.StartsWith("ACC10", StringComparison.Ordinal)))
            return;

        if (result.Diagnostics.Any(item => Expressible.Contains(item.Descriptor)))
            Assert.False(SchemaTakes(text));
        else if (!result.Diagnostics.Any(item => item.Id.StartsWith("ACC11", StringComparison.Ordinal) || item.Id == AzureDiagnostics.IllegalName.Id))
            Assert.True(SchemaTakes(text));
    }

    private static bool SchemaTakes(string text) =>
        SchemaValidator.IsValid(ToJson(YamlComposer.Compose(text, new DiagnosticBag("stack.yaml"))!), JsonNode.Parse(SchemaWriter.Write()));

    private static JsonNode? ToJson(YamlNode node) => node switch
    {
        YamlScalar { Type: YamlScalarType.Null } => null,
        YamlScalar { Type: YamlScalarType.Boolean } flag => bool.Parse(flag.Text),
        YamlScalar { Type: YamlScalarType.Integer } number when long.TryParse(number.Text, out long value) => value,
        YamlScalar { Type: YamlScalarType.Integer or YamlScalarType.Number } number => double.Parse(number.Text, CultureInfo.InvariantCulture),
        YamlScalar text => text.Text,
        YamlSequence list => new JsonArray([.. list.Items.Select(ToJson)]),
        YamlMapping map => new JsonObject(map.Pairs.Select(pair => KeyValuePair.Create(pair.Key.Text, ToJson(pair.Value)))),
        _ => throw new InvalidOperationException($"{node} has no JSON."),
    };
}
