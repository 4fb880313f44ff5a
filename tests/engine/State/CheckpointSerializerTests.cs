using System.Collections.Immutable;
using System.Text;
using Provisioning.Engine.Backends;
using Provisioning.Engine.State;
using Provisioning.Engine.Tests.Secrets;
using Provisioning.Protocol.Values;

namespace Provisioning.Engine.Tests.State;

public sealed class CheckpointSerializerTests
{
    private static readonly StackReference Stack = new("registry", "dev");

    [Theory]
    [InlineData("checkpoint-v3.json")]
    [InlineData("checkpoint-v4.json")]
    [InlineData("checkpoint-values-v3.json")]
    public async Task ACheckpoint_IsWrittenBackByteForByte(string name)
    {
        var file = Fixture.Read(name);
        var serializer = new CheckpointSerializer(Vectors.Manager);

        var snapshot = await serializer.ReadAsync(StateDocument.ParseCheckpoint(file, name), Vectors.Manager, CancellationToken.None);

        Assert.Equal(Encoding.UTF8.GetString(file), Encoding.UTF8.GetString((await serializer.WriteCheckpointAsync(Stack, snapshot, CancellationToken.None)).Span));
    }

    [Fact]
    public void ACheckpoint_IsExportedByteForByte() => Assert.Equal(
        Encoding.UTF8.GetString(Fixture.Read("export-v3.json")),
        Encoding.UTF8.GetString(StateDocument.ParseCheckpoint(Fixture.Read("checkpoint-v3.json"), "dev.json").ToExport()));

    [Fact]
    public async Task Hooks_AreWrittenAsAFeatureAndReadBack()
    {
        var serializer = new CheckpointSerializer(Vectors.Manager);
        var hooked = new ResourceState
        {
            Urn = Urn.Create("dev", "registry", null, "test:index:Component", "hooked"),
            Custom = false,
            Hooks = ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty.Add("BeforeDelete", ["first", "second"]),
        };

        var file = await serializer.WriteCheckpointAsync(Stack, Snapshot.Empty with { Resources = [hooked] }, CancellationToken.None);

        Assert.Contains("\"hooks\"", Encoding.UTF8.GetString(file.Span), StringComparison.Ordinal);
        var read = await serializer.ReadAsync(StateDocument.ParseCheckpoint(file, "dev.json"), Vectors.Manager, CancellationToken.None);
        Assert.Equal<string>(["first", "second"], Assert.Single(read.Resources).Hooks["BeforeDelete"]);
    }

    [Fact]
    public async Task AnExport_IsImportedByteForByte()
    {
        var serializer = new CheckpointSerializer(Vectors.Manager);
        var document = StateDocument.ParseExport(Fixture.Read("export-v3.json"), "export.json");

        var snapshot = await serializer.ReadAsync(document, Vectors.Manager, CancellationToken.None);

        Assert.Equal(
            Encoding.UTF8.GetString(Fixture.Read("checkpoint-v3.json")),
            Encoding.UTF8.GetString((await serializer.WriteCheckpointAsync(Stack, snapshot, CancellationToken.None)).Span));
    }

    [Fact]
    public async Task AnExportWithSecretsShown_IsWrittenAndReadBack()
    {
        var serializer = new CheckpointSerializer(Vectors.Manager);
        var snapshot = await serializer.ReadAsync(
            StateDocument.ParseCheckpoint(Fixture.Read("checkpoint-v3.json"), "dev.json"), Vectors.Manager, CancellationToken.None);

        var export = serializer.WritePlaintextExport(snapshot);

        Assert.Equal(Encoding.UTF8.GetString(Fixture.Read("export-plaintext-v3.json")), Encoding.UTF8.GetString(export));
        var reread = await serializer.ReadAsync(StateDocument.ParseExport(export, "export.json"), Vectors.Manager, CancellationToken.None);
        Assert.Equal(
            Encoding.UTF8.GetString(Fixture.Read("checkpoint-v3.json")),
            Encoding.UTF8.GetString((await serializer.WriteCheckpointAsync(Stack, reread, CancellationToken.None)).Span));
    }

    [Fact]
    public async Task Values_AreReadInTheirTypes()
    {
        var snapshot = await Read(Fixture.Read("checkpoint-v3.json"));

        var registry = snapshot.Resources[4];
        Assert.Equal(new PropertyValue.SecretValue("s3cr3t"), registry.Inputs["note"]);
        Assert.Equal(
            new PropertyValue.SecretValue(new PropertyValue.ObjectValue([KeyValuePair.Create<string, PropertyValue>(
                "host<", new PropertyValue.ArrayValue([1, new PropertyValue.SecretValue("inner")]))])),
            registry.Outputs["config"]);
        Assert.Equal(double.PositiveInfinity, registry.Outputs["limit"]);
        Assert.Equal(new PropertyValue.ResourceReference("urn:pulumi:dev::registry::azure-native:resources:ResourceGroup::rg", "/subscriptions/S/resourceGroups/rg1", ""), registry.Outputs["owner"]);
        Assert.Equal(new PropertyValue.AssetValue("ab12", "# Read me", null, null), registry.Outputs["readme"]);
        Assert.Equal("index.html", Assert.Single(Assert.IsType<PropertyValue.ArchiveValue>(registry.Outputs["site"]).Assets?.Keys ?? []));
        Assert.Equal(TimeSpan.FromSeconds(90.5), snapshot.Resources[3].CustomTimeouts?.Delete);
        Assert.Equal("a::b", snapshot.Resources[5].Urn.Name);
        Assert.Equal(OperationKind.Creating, Assert.Single(snapshot.PendingOperations).Kind);
    }

    [Fact]
    public async Task AUrn_IsOneStringAtEveryReference()
    {
        var file = Fixture.Read("checkpoint-v3.json");

        var snapshot = await new CheckpointSerializer(Vectors.Manager).ReadAsync(StateDocument.ParseCheckpoint(file, "dev.json"), Vectors.Manager, CancellationToken.None);

        var texts = snapshot.Resources.Select(resource => resource.Urn).Distinct().ToDictionary(urn => urn, urn => urn.ToString());
        var references = snapshot.Resources.SelectMany(ResourceReferences.Of).Select(reference => reference.Target).ToList();
        Assert.NotEmpty(references);
        Assert.All(references, reference => Assert.Same(texts[reference], reference.ToString()));
    }

    [Fact]
    public async Task AnUnchangedSecretInANewValue_KeepsItsCiphertext()
    {
        var manager = new FakeSecretsManager();
        var serializer = new CheckpointSerializer(manager);
        var first = await serializer.WriteCheckpointAsync(Stack, WithInputs("a", "b"), CancellationToken.None);

        var second = await serializer.WriteCheckpointAsync(Stack, WithInputs("a", "c"), CancellationToken.None);

        Assert.Equal(3, manager.Encryptions);
        Assert.Contains("v1:0:0", Encoding.UTF8.GetString(second.Span), StringComparison.Ordinal);
        Assert.DoesNotContain("v1:1:1", Encoding.UTF8.GetString(second.Span), StringComparison.Ordinal);
        Assert.Contains("v1:1:1", Encoding.UTF8.GetString(first.Span), StringComparison.Ordinal);
    }

    [Fact]
    public async Task EqualSecretsInTwoPlaces_DoNotShareACiphertext()
    {
        var file = await new CheckpointSerializer(new FakeSecretsManager()).WriteCheckpointAsync(Stack, WithInputs("a", "a"), CancellationToken.None);

        var text = Encoding.UTF8.GetString(file.Span);
        Assert.Contains("v1:0:0", text, StringComparison.Ordinal);
        Assert.Contains("v1:1:1", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ASecretWithoutAManager_IsRefusedAndNotWritten()
    {
        var failure = await Assert.ThrowsAsync<StateException>(
            () => new CheckpointSerializer(null).WriteCheckpointAsync(Stack, WithInputs("hidden", "b"), CancellationToken.None));

        Assert.Equal(StateErrorCode.NoSecretsManager, failure.Code);
        Assert.Contains("PULUMI_CONFIG_PASSPHRASE", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ASecretOutput_IsWrittenAsSecretWithoutItsDependencies()
    {
        var state = WithInputs("a", "b");
        var output = new PropertyValue.OutputValue("a", IsSecret: true, ["urn:x"]);

        var file = await new CheckpointSerializer(new FakeSecretsManager()).WriteCheckpointAsync(
            Stack, state with { Resources = [state.Resources[0] with { Outputs = PropertyMap.Empty.With("o", output) }] }, CancellationToken.None);

        Assert.Contains("""{"o":{"4dabf18193072939515e22adb298388d":"1b47061264138c4ac30d75fd1eb44270","ciphertext":"v1:""", Encoding.UTF8.GetString(file.Span), StringComparison.Ordinal);
        Assert.DoesNotContain("urn:x", Encoding.UTF8.GetString(file.Span), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SecretsWithoutAProvider_CannotBeRead()
    {
        var file = Fixture.Read("checkpoint-v3.json");

        var failure = await Assert.ThrowsAsync<StateException>(
            () => new CheckpointSerializer(null).ReadAsync(StateDocument.ParseCheckpoint(file, "dev.json"), null, CancellationToken.None));

        Assert.Equal(StateErrorCode.NoSecretsManager, failure.Code);
    }

    [Fact]
    public async Task SecretsWrittenWithEscapes_AreSecrets()
    {
        var file = Encoding.UTF8.GetString(Fixture.Read("checkpoint-v3.json")).Replace("4dabf18193072939515e22adb298388d", """\u0034dabf18193072939515e22adb298388d""", StringComparison.Ordinal);

        var snapshot = await new CheckpointSerializer(Vectors.Manager).ReadAsync(StateDocument.ParseCheckpoint(Encoding.UTF8.GetBytes(file), "dev.json"), Vectors.Manager, CancellationToken.None);

        Assert.Contains(snapshot.Resources, resource => resource.Inputs.Values.Concat(resource.Outputs.Values).OfType<PropertyValue.SecretValue>().Any());
    }

    [Fact]
    public async Task Aliases_AreNotWritten()
    {
        var state = WithInputs("a", "b");

        var file = await new CheckpointSerializer(new FakeSecretsManager()).WriteCheckpointAsync(
            Stack, state with { Resources = [state.Resources[0] with { Aliases = [Urn.Parse("urn:pulumi:dev::registry::a:b:C::old")] }] }, CancellationToken.None);

        Assert.DoesNotContain("alias", Encoding.UTF8.GetString(file.Span), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatOnlyANewerPulumiKnows_IsWrittenBack()
    {
        var serializer = new CheckpointSerializer(Vectors.Manager);
        var snapshot = await serializer.ReadAsync(
            StateDocument.ParseExport(Fixture.Read("export-newer-v3.json"), "export.json"), Vectors.Manager, CancellationToken.None);

        var text = Encoding.UTF8.GetString((await serializer.WriteCheckpointAsync(Stack, snapshot, CancellationToken.None)).Span);

        Assert.Contains(""","costCenter":{"id":4711,"share":0.50}}""", text, StringComparison.Ordinal);
        Assert.Contains(""","pinned":true}""", text, StringComparison.Ordinal);
        Assert.EndsWith(""","metadata":{},"policies":["strict"]}}}""", text, StringComparison.Ordinal);
    }

    private static Task<Snapshot> Read(byte[] file) =>
        new CheckpointSerializer(Vectors.Manager).ReadAsync(StateDocument.ParseCheckpoint(file, "dev.json"), Vectors.Manager, CancellationToken.None);

    private static Snapshot WithInputs(string first, string second) => Snapshot.Empty with
    {
        Resources =
        [
            new ResourceState
            {
                Urn = Urn.Parse("urn:pulumi:dev::registry::a:b:C::c"),
                Custom = true,
                Inputs =
                [
                    KeyValuePair.Create<string, PropertyValue>("one", new PropertyValue.SecretValue(first)),
                    KeyValuePair.Create<string, PropertyValue>("two", new PropertyValue.ArrayValue([new PropertyValue.SecretValue(second)])),
                ],
            },
        ],
    };
}
