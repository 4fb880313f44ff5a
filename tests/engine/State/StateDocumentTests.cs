using System.Text;
using Provisioning.Engine.Backends;
using Provisioning.Engine.State;

namespace Provisioning.Engine.Tests.State;

public sealed class StateDocumentTests
{
    private const string Urn = "urn:pulumi:dev::registry::a:b:C::c";

    [Fact]
    public void ANewStack_HoldsNoDeployment()
    {
        var document = Checkpoint(Encoding.UTF8.GetString(StateDocument.NewStack("organization/registry/dev")));

        Assert.Equal("""{"version":0,"checkpoint":{"stack":"organization/registry/dev"}}""", Encoding.UTF8.GetString(StateDocument.NewStack("organization/registry/dev")));
        Assert.True(document.IsEmpty);
        Assert.Equal("organization/registry/dev", document.StackName);
        Assert.Null(document.ResourceCount);
    }

    [Fact]
    public void ANewStack_ExportsNull() => Assert.Equal(
        "{\n    \"version\": 3,\n    \"deployment\": null\n}\n",
        Encoding.UTF8.GetString(Checkpoint("""{"version":0,"checkpoint":{"stack":"s"}}""").ToExport()));

    [Fact]
    public void Facts_AreReadWithoutDecrypting()
    {
        var document = StateDocument.ParseCheckpoint(Fixture.Read("checkpoint-v3.json"), "dev.json");

        Assert.Equal(7, document.ResourceCount);
        Assert.Equal("passphrase", document.SecretsProvider?.Type);
        Assert.Equal("""{"salt":"v1:AAECAwQFBgc=:v1:EBAQEBAQEBAQEBAQ:ERE42++q8y5HkrtnE/6YQVZAZyN6lw=="}""", document.SecretsProvider?.StateJson);
        Assert.Equal(new DateTimeOffset(2026, 8, 21, 8, 0, 0, TimeSpan.Zero).AddTicks(1234567), document.Time);
    }

    [Theory]
    [InlineData("""{"version":5,"checkpoint":{}}""", StateErrorCode.UnsupportedVersion, "version 5")]
    [InlineData("""{"version":-1,"checkpoint":{}}""", StateErrorCode.UnsupportedVersion, "version -1")]
    [InlineData("""{"version":4,"features":["taint","teleport"],"checkpoint":{}}""", StateErrorCode.UnsupportedFeature, "'teleport', which a newer engine")]
    [InlineData("""{"version":4,"features":["views"],"checkpoint":{}}""", StateErrorCode.UnsupportedFeature, "'views', which Pulumi's own CLI has")]
    [InlineData("""{"version":3}""", StateErrorCode.Unreadable, "checkpoint")]
    [InlineData("""{"version":"3","checkpoint":{}}""", StateErrorCode.Unreadable, "a whole number")]
    [InlineData("[]", StateErrorCode.Unreadable, "an object")]
    [InlineData("{\n  \"version\": 3,\n", StateErrorCode.Unreadable, "line 3")]
    [InlineData("", StateErrorCode.Unreadable, "not valid JSON")]
    public void AWrongFile_IsRefusedWithItsNameAndAReason(string text, StateErrorCode code, string reason)
    {
        var failure = Assert.Throws<StateException>(() => Checkpoint(text));

        Assert.Equal(code, failure.Code);
        Assert.Contains("dev.json", failure.Message, StringComparison.Ordinal);
        Assert.Contains(reason, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void FeaturesOfAnEarlierVersion_AreNotLookedAt() =>
        Assert.Empty(Checkpoint("""{"version":3,"features":["teleport"],"checkpoint":{}}""").Features);

    [Theory]
    [InlineData("""{"deployment":{}}""", "too old")]
    [InlineData("""{"version":5,"deployment":{}}""", "too new")]
    public void AnExportOfAWrongVersion_IsRefused(string text, string reason)
    {
        var failure = Assert.Throws<StateException>(() => StateDocument.ParseExport(Encoding.UTF8.GetBytes(text), "export.json"));

        Assert.Contains(reason, failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"custom":true,"type":"a:b:C"}""", StateErrorCode.InvalidUrn, "resources[0] has no URN")]
    [InlineData("""{"urn":"nonsense","type":"a:b:C"}""", StateErrorCode.InvalidUrn, "'nonsense'")]
    [InlineData($$$$"""{"urn":"{{{{Urn}}}}"}""", StateErrorCode.InvalidType, "has no type")]
    [InlineData($$$$"""{"urn":"{{{{Urn}}}}","type":"x:y:Z"}""", StateErrorCode.InvalidType, "'x:y:Z'")]
    [InlineData($$$$"""{"urn":"{{{{Urn}}}}","type":"a:b:C","provider":"p"}""", StateErrorCode.InvalidProvider, "'p'")]
    [InlineData($$$$"""{"urn":"{{{{Urn}}}}","type":"a:b:C","provider":"{{{{Urn}}}}::id"}""", StateErrorCode.InvalidProvider, "<provider URN>::<id>")]
    [InlineData($$$$"""{"urn":"{{{{Urn}}}}","type":"a:b:C","inputs":[]}""", StateErrorCode.Unreadable, "resources[0], inputs must be an object, not array")]
    [InlineData($$$$"""{"urn":"{{{{Urn}}}}","type":"a:b:C","custom":"yes"}""", StateErrorCode.Unreadable, "custom must be true or false")]
    [InlineData($$$$"""{"urn":"{{{{Urn}}}}","type":"a:b:C","created":"yesterday"}""", StateErrorCode.Unreadable, "RFC 3339")]
    [InlineData($$$$"""{"urn":"{{{{Urn}}}}","type":"a:b:C","viewOf":"{{{{Urn}}}}"}""", StateErrorCode.UnsupportedFeature, "'viewOf'")]
    [InlineData($$$$"""{"urn":"{{{{Urn}}}}","type":"a:b:C","inputs":{"x":{"4dabf18193072939515e22adb298388d":"new"}}}""", StateErrorCode.UnknownSignature, "signature 'new'")]
    [InlineData($$$$"""{"urn":"{{{{Urn}}}}","type":"a:b:C","inputs":{"x":{"4dabf18193072939515e22adb298388d":"d0e6a833031e9bbcd3f4e8bde6ca49a4","value":1}}}""", StateErrorCode.UnknownSignature, "signature 'd0e6a833031e9bbcd3f4e8bde6ca49a4'")]
    [InlineData($$$$"""{"urn":"{{{{Urn}}}}","type":"a:b:C","inputs":{"x":{"4dabf18193072939515e22adb298388d":"803fd3297a5875dc03ca845dda5d2a98","value":"/w=="}}}""", StateErrorCode.UnsupportedFeature, "not UTF-8")]
    [InlineData($$$$"""{"urn":"{{{{Urn}}}}","type":"a:b:C","inputs":{"x":{"4dabf18193072939515e22adb298388d":"1b47061264138c4ac30d75fd1eb44270"}}}""", StateErrorCode.Unreadable, "either a ciphertext or a plaintext")]
    [InlineData($$$$"""{"urn":"{{{{Urn}}}}","type":"a:b:C","inputs":{"x":{"4dabf18193072939515e22adb298388d":"1b47061264138c4ac30d75fd1eb44270","plaintext":"hidden"}}}""", StateErrorCode.Unreadable, "does not hold JSON")]
    [InlineData($$$$"""{"urn":"{{{{Urn}}}}","type":"a:b:C","inputs":{"x":"\ud800"}}""", StateErrorCode.Unreadable, "not Unicode")]
    public async Task AWrongResource_IsRefusedWithItsPlace(string resource, StateErrorCode code, string reason)
    {
        var document = Checkpoint($$$$"""{"version":3,"checkpoint":{"latest":{"resources":[{{{{resource}}}}]}}}""");

        var failure = await Assert.ThrowsAsync<StateException>(() => new CheckpointSerializer(null).ReadAsync(document, null, CancellationToken.None));

        Assert.Equal(code, failure.Code);
        Assert.Contains(reason, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnEditedVersion_IsRefusedUnlessChecksAreOff()
    {
        var document = Checkpoint("""{"version":3,"checkpoint":{"latest":{"manifest":{"time":"2026-08-21T10:00:00Z","magic":"00","version":"v3.1.0"}}}}""");

        var failure = await Assert.ThrowsAsync<StateException>(() => new CheckpointSerializer(null).ReadAsync(document, null, CancellationToken.None));
        var snapshot = await new CheckpointSerializer(null, verifyIntegrity: false).ReadAsync(document, null, CancellationToken.None);

        Assert.Equal(StateErrorCode.MagicMismatch, failure.Code);
        Assert.Equal("v3.1.0", snapshot.Manifest.Version);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task BeforeVersion3_EveryDependencyCountsForEveryInput(int version)
    {
        var document = Checkpoint($$$$"""
            {"version":{{{{version}}}},"checkpoint":{"stack":"s","latest":{"manifest":{"time":"2026-08-21T10:00:00Z","magic":"","version":""},"resources":[
            {"urn":"{{{{Urn}}}}0","custom":true,"id":"0","type":"a:b:C","defaults":{"q":1},"dependencies":[],"initErrors":null},
            {"urn":"{{{{Urn}}}}1","custom":true,"id":"1","type":"a:b:C","inputs":{"x":1,"y":2},"dependencies":["{{{{Urn}}}}0"],"initErrors":[]}]}}}
            """);

        var snapshot = await new CheckpointSerializer(null).ReadAsync(document, null, CancellationToken.None);

        var dependencies = snapshot.Resources[1].PropertyDependencies;
        Assert.Equal(["x", "y"], dependencies.Keys);
        Assert.Equal(Urn + "0", Assert.Single(dependencies["y"]).ToString());
    }

    [Fact]
    public void AFileFromBeforeVersioning_HasNoEnvelope()
    {
        var document = Checkpoint($$$$"""{"stack":"dev","latest":{"manifest":{"time":"2026-08-21T10:00:00Z","magic":"","version":""},"resources":[{"urn":"{{{{Urn}}}}","type":"a:b:C"}]}}""");

        Assert.Equal(("dev", 1), (document.StackName, document.ResourceCount));
    }

    [Fact]
    public async Task NullPropertyDependencies_AreWrittenAsEmptyLists()
    {
        var serializer = new CheckpointSerializer(null);
        var document = Checkpoint($$$$"""{"version":3,"checkpoint":{"latest":{"resources":[{"urn":"{{{{Urn}}}}","custom":true,"type":"a:b:C","propertyDependencies":{"x":null}}]}}}""");

        var snapshot = await serializer.ReadAsync(document, null, CancellationToken.None);

        Assert.Contains(
            "\"propertyDependencies\":{\"x\":[]}",
            Encoding.UTF8.GetString((await serializer.WriteCheckpointAsync(new StackReference("registry", "dev"), snapshot, CancellationToken.None)).Span),
            StringComparison.Ordinal);
    }

    private static StateDocument Checkpoint(string text) => StateDocument.ParseCheckpoint(Encoding.UTF8.GetBytes(text), "dev.json");
}
