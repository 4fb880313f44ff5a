using System.Text;
using Provisioning.Engine.Backends;
using Provisioning.Engine.Journal;
using Provisioning.Engine.Projects;
using Provisioning.Engine.Secrets;
using Provisioning.Engine.State;
using Provisioning.Engine.Tests.Harness;
using Provisioning.Engine.Tests.Secrets;
using Provisioning.Engine.Tests.State;
using Provisioning.Protocol.Values;

namespace Provisioning.Engine.Tests.Backends;

public sealed class StackStoreTests : IDisposable
{
    private const string Settings = "# of dev\nencryptionsalt: " + Vectors.Salt + "\nconfig:\n  registry:token:\n    secure: " + Vectors.ConfigSecret + "\n";

    private static readonly ResourceState Resource = new()
    {
        Urn = Urn.Parse("urn:pulumi:dev::registry::a:b:C::c"),
        Custom = true,
        Id = "1",
        Inputs = PropertyMap.Empty.With("password", new PropertyValue.SecretValue("hidden")),
    };

    private readonly TemporaryFolder folder = new();

    public StackStoreTests() => folder.Write("Pulumi.yaml", "name: registry\n");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task ACreatedStack_ExistsAndIsEmpty()
    {
        var store = await OpenAsync();
        Assert.False(await store.ExistsAsync(CancellationToken.None));

        await store.CreateAsync(CancellationToken.None);

        Assert.True(await store.ExistsAsync(CancellationToken.None));
        Assert.Empty((await store.LoadAsync(CancellationToken.None)).Snapshot.Resources);
        Assert.DoesNotContain(folder.Files(), file => file.Contains("/locks/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AStackThatExists_IsNotCreatedAgain()
    {
        var store = await CreatedAsync();

        await Assert.ThrowsAsync<BackendException>(() => store.CreateAsync(CancellationToken.None));
    }

    [Fact]
    public async Task AMissingStack_IsSaid()
    {
        var store = await OpenAsync();

        var failure = await Assert.ThrowsAsync<StackNotFoundException>(() => store.BeginAsync(CancellationToken.None));

        Assert.Contains("stack init dev", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(folder.Files(), file => file.Contains("/locks/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ASession_WritesTheStateAndGivesTheLockBack()
    {
        folder.Write("Pulumi.dev.yaml", Settings);
        var store = await CreatedAsync();

        await RunAsync(store, Resource);

        Assert.Equal(Resource.Inputs, Assert.Single((await store.LoadAsync(CancellationToken.None)).Snapshot.Resources).Inputs);
        var file = folder.Read(".pulumi/stacks/registry/dev.json");
        Assert.Contains($$$"""{"type":"passphrase","state":{"salt":"{{{Vectors.Salt}}}"}}""", file, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", file, StringComparison.Ordinal);
        Assert.DoesNotContain(folder.Files(), path => path.EndsWith(".journal", StringComparison.Ordinal) || path.Contains("/locks/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task TwoSessions_ExcludeEachOther()
    {
        var store = await CreatedAsync();
        await using var session = await store.BeginAsync(CancellationToken.None);

        await Assert.ThrowsAsync<StackLockedException>(async () => await (await OpenAsync()).BeginAsync(CancellationToken.None));
    }

    [Fact]
    public async Task AnUnchangedState_IsWrittenBackByteForByte()
    {
        folder.Write("Pulumi.dev.yaml", Settings);
        folder.Write(".pulumi/stacks/registry/dev.json", Encoding.UTF8.GetString(Fixture.Read("checkpoint-v3.json")));
        var store = await OpenAsync();

        await using (var session = await store.BeginAsync(CancellationToken.None))
            await session.SaveAsync(session.Base, CancellationToken.None);

        Assert.Equal(Encoding.UTF8.GetString(Fixture.Read("checkpoint-v3.json")), folder.Read(".pulumi/stacks/registry/dev.json"));
    }

    [Fact]
    public async Task TheFirstSecretOfAStack_PutsASaltIntoItsSettings()
    {
        folder.Write("Pulumi.dev.yaml", "# of dev\nconfig:\n  registry:a: b\n");
        var store = await CreatedAsync();

        await store.SetSecretConfigAsync(ConfigPath.Parse("token", "registry"), "s3cr3t", CancellationToken.None);
        await RunAsync(store, Resource);

        var text = folder.Read("Pulumi.dev.yaml");
        Assert.StartsWith("# of dev\nencryptionsalt: v1:", text, StringComparison.Ordinal);
        Assert.Contains("  registry:a: b\n  registry:token:\n    secure: v1:", text, StringComparison.Ordinal);
        Assert.Contains(store.Settings.EncryptionSalt ?? "no salt", folder.Read(".pulumi/stacks/registry/dev.json"), StringComparison.Ordinal);
        var config = await (await OpenAsync()).ResolveConfigAsync(validate: true, CancellationToken.None);
        Assert.Equal("s3cr3t", config.Values["registry:token"]);
    }

    [Fact]
    public async Task AStackWithoutSecrets_NeedsNoPassphrase()
    {
        var store = await CreatedAsync(passphrase: null);

        await RunAsync(store, Resource with { Inputs = PropertyMap.Empty });

        Assert.Single((await store.LoadAsync(CancellationToken.None)).Snapshot.Resources);
        Assert.DoesNotContain("secrets_providers", folder.Read(".pulumi/stacks/registry/dev.json"), StringComparison.Ordinal);
        Assert.False(File.Exists(folder.At("Pulumi.dev.yaml")));
    }

    [Fact]
    public async Task ASecretWithoutAPassphrase_IsRefusedAndNothingIsWritten()
    {
        var store = await CreatedAsync(passphrase: null);
        var before = folder.Read(".pulumi/stacks/registry/dev.json");

        var failure = await Assert.ThrowsAsync<SecretsException>(() => RunAsync(store, Resource));

        Assert.Contains("PULUMI_CONFIG_PASSPHRASE", failure.Message, StringComparison.Ordinal);
        Assert.Equal(before, folder.Read(".pulumi/stacks/registry/dev.json"));
    }

    [Fact]
    public async Task SettingsThatLostTheirSalt_LeaveItToTheState()
    {
        folder.Write(".pulumi/stacks/registry/dev.json", Encoding.UTF8.GetString(Fixture.Read("checkpoint-v3.json")));
        var store = await OpenAsync();

        await using (var session = await store.BeginAsync(CancellationToken.None))
            await session.SaveAsync(session.Base, CancellationToken.None);

        Assert.Equal(Encoding.UTF8.GetString(Fixture.Read("checkpoint-v3.json")), folder.Read(".pulumi/stacks/registry/dev.json"));
    }

    [Fact]
    public async Task AnInterruptedOperation_ShowsInPreviewsAndIsStoredByTheNextSession()
    {
        folder.Write("Pulumi.dev.yaml", Settings);
        var store = await CreatedAsync();
        await InterruptAsync(store);

        var seen = await store.LoadAsync(CancellationToken.None);
        Assert.Equal((true, 1, 1), (seen.WasInterrupted, seen.Snapshot.Resources.Length, seen.Snapshot.PendingOperations.Length));
        Assert.True(File.Exists(store.Backend.JournalOf(store.Stack).Location));

        await using var session = await store.BeginAsync(CancellationToken.None);
        Assert.True(session.WasInterrupted);
        Assert.False(File.Exists(store.Backend.JournalOf(store.Stack).Location));
        Assert.Contains("\"pending_operations\":[{\"resource\":", folder.Read(".pulumi/stacks/registry/dev.json"), StringComparison.Ordinal);
        await session.Journal.BeginAsync(new PendingOperation(Resource, OperationKind.Updating), CancellationToken.None);
    }

    [Fact]
    public async Task ACrashWhileAnInterruptedOperationIsStored_IsNotTakenForAChangeByAnotherTool()
    {
        folder.Write("Pulumi.dev.yaml", Settings);
        var store = await CreatedAsync();
        await InterruptAsync(store);
        var journal = store.Backend.JournalOf(store.Stack).Location;
        byte[]? left = null;
        using (DurabilityListener.On(DurabilityPoints.RecoveryWritten, () => left = File.ReadAllBytes(journal)))
        await using (await store.BeginAsync(CancellationToken.None))
        {
        }

        await File.WriteAllBytesAsync(journal, left ?? throw new InvalidOperationException());
        var again = await store.LoadAsync(CancellationToken.None);

        Assert.Equal((false, 1, 1), (again.WasInterrupted, again.Snapshot.Resources.Length, again.Snapshot.PendingOperations.Length));
    }

    [Fact]
    public async Task AnExport_IsWhatTheCheckpointHolds()
    {
        folder.Write("Pulumi.dev.yaml", Settings);
        folder.Write(".pulumi/stacks/registry/dev.json", Encoding.UTF8.GetString(Fixture.Read("checkpoint-v3.json")));
        var store = await OpenAsync();

        Assert.Equal(Encoding.UTF8.GetString(Fixture.Read("export-v3.json")), Encoding.UTF8.GetString(await store.ExportAsync(showSecrets: false, CancellationToken.None)));
        Assert.Equal(Encoding.UTF8.GetString(Fixture.Read("export-plaintext-v3.json")), Encoding.UTF8.GetString(await store.ExportAsync(showSecrets: true, CancellationToken.None)));
    }

    [Fact]
    public async Task AnExportAfterAnInterruption_HoldsWhatWasDone()
    {
        folder.Write("Pulumi.dev.yaml", Settings);
        var store = await CreatedAsync();
        await InterruptAsync(store);

        var export = StateDocument.ParseExport(await store.ExportAsync(showSecrets: false, CancellationToken.None), "export");

        Assert.Equal(1, export.ResourceCount);
    }

    [Fact]
    public async Task AnImport_ReplacesADamagedStateAndDropsPendingOperations()
    {
        folder.Write("Pulumi.dev.yaml", Settings);
        folder.Write(".pulumi/stacks/registry/dev.json", "{ damaged");
        var store = await OpenAsync();

        var dropped = await store.ImportAsync(Fixture.Read("export-v3.json"), "export.json", force: false, CancellationToken.None);

        Assert.Equal("c", Assert.Single(dropped).Resource.Urn.Name);
        var snapshot = (await store.LoadAsync(CancellationToken.None)).Snapshot;
        Assert.Equal((7, 0), (snapshot.Resources.Length, snapshot.PendingOperations.Length));
    }

    [Theory]
    [InlineData("export-newer-v3.json")]
    [InlineData("export-v3.json")]
    public async Task AnExportThatIsImported_IsExportedByteForByte(string name)
    {
        folder.Write("Pulumi.dev.yaml", Settings);
        var store = await CreatedAsync();
        var settled = WithoutPendingOperations(Encoding.UTF8.GetString(Fixture.Read(name)));

        await store.ImportAsync(Encoding.UTF8.GetBytes(settled), name, force: false, CancellationToken.None);

        Assert.Equal(settled, Encoding.UTF8.GetString(await store.ExportAsync(showSecrets: false, CancellationToken.None)));
        Assert.NotEmpty((await store.LoadAsync(CancellationToken.None)).Snapshot.Resources);
    }

    [Fact]
    public async Task ABackup_IsRestoredByImportingIt()
    {
        folder.Write("Pulumi.dev.yaml", Settings);
        var store = await CreatedAsync();
        await RunAsync(store, Resource);
        var backup = folder.Read(".pulumi/stacks/registry/dev.json");
        await RunAsync(store, Resource with { Id = "2" });

        await store.ImportAsync(Encoding.UTF8.GetBytes(backup), "dev.json.bak", force: false, CancellationToken.None);

        Assert.Equal(backup, folder.Read(".pulumi/stacks/registry/dev.json"));
    }

    [Theory]
    [InlineData("""{"version":3}""")]
    [InlineData("""{"version":3,"resources":[]}""")]
    public async Task AnImportOfWhatHoldsNoState_DoesNotEmptyTheStack(string text)
    {
        folder.Write("Pulumi.dev.yaml", Settings);
        var store = await CreatedAsync();
        await RunAsync(store, Resource);

        await Assert.ThrowsAsync<StateException>(() => store.ImportAsync(Encoding.UTF8.GetBytes(text), "other.json", force: true, CancellationToken.None));

        Assert.Single((await store.LoadAsync(CancellationToken.None)).Snapshot.Resources);
    }

    [Fact]
    public async Task AnImportWithSecretsShown_IsStoredEncrypted()
    {
        folder.Write("Pulumi.dev.yaml", Settings);
        var store = await CreatedAsync();

        await store.ImportAsync(Fixture.Read("export-plaintext-v3.json"), "export.json", force: false, CancellationToken.None);

        Assert.DoesNotContain("s3cr3t", folder.Read(".pulumi/stacks/registry/dev.json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnImportOfAnotherStack_NeedsForce()
    {
        folder.Write("Pulumi.prod.yaml", Settings);
        var store = await CreatedAsync(stack: "prod");

        var failure = await Assert.ThrowsAsync<StateException>(() => store.ImportAsync(Fixture.Read("export-v3.json"), "export.json", force: false, CancellationToken.None));
        await store.ImportAsync(Fixture.Read("export-v3.json"), "export.json", force: true, CancellationToken.None);

        Assert.Equal(StateErrorCode.WrongStack, failure.Code);
        Assert.Equal(7, (await store.LoadAsync(CancellationToken.None)).Snapshot.Resources.Length);
    }

    [Fact]
    public async Task OutputsOfAnotherStack_AreReadWithTheirSecretsMarked()
    {
        folder.Write(".pulumi/stacks/registry/dev.json", Encoding.UTF8.GetString(Fixture.Read("checkpoint-v3.json")));
        var reader = new BackendStackOutputsReader(Backend(), new SecretsManagers(new FakePassphrase(null), new FixedRandom(1)), "registry");

        Assert.Equal(PropertyMap.Empty.With("loginServer", "reg1.azurecr.io"), await reader.ReadAsync("organization/registry/dev", CancellationToken.None));
        Assert.Null(await reader.ReadAsync("missing", CancellationToken.None));
    }

    /// <summary>Runs an operation that ends one creation, begins another one, and dies.</summary>
    private static async Task InterruptAsync(StackStore store)
    {
        var session = await store.BeginAsync(CancellationToken.None);
        await using (session)
        {
            var begin = await session.Journal.BeginAsync(new PendingOperation(Resource with { Id = "" }, OperationKind.Creating), CancellationToken.None);
            await session.Journal.EndAsync(begin, StateChange.Added(Resource), CancellationToken.None);
            await session.Journal.BeginAsync(
                new PendingOperation(Resource with { Urn = Urn.Parse("urn:pulumi:dev::registry::a:b:C::d"), Id = "" }, OperationKind.Creating), CancellationToken.None);
        }
    }

    private static async Task RunAsync(StackStore store, ResourceState resource)
    {
        await using var session = await store.BeginAsync(CancellationToken.None);
        await session.Journal.EndAsync(null, StateChange.Added(resource), CancellationToken.None);
        await session.Journal.CompleteAsync(session.Base with { Resources = [resource] }, CancellationToken.None);
    }

    private FileBackend Backend() => new(folder.Path, "file://test", new StoreOptions(), LockHolder.Current, new FakeClock());

    private async Task<StackStore> OpenAsync(string? passphrase = Vectors.Passphrase, string stack = "dev") => await StackStore.OpenAsync(
        new StackStoreOptions
        {
            Project = await ProjectReader.FindAsync(folder.Path, CancellationToken.None),
            Stack = new StackReference("registry", stack),
            Backend = Backend(),
            Passphrases = new FakePassphrase(passphrase),
            Random = System.Security.Cryptography.RandomNumberGenerator.Create(),
            Time = new FakeClock(),
        },
        CancellationToken.None);

    private async Task<StackStore> CreatedAsync(string? passphrase = Vectors.Passphrase, string stack = "dev")
    {
        var store = await OpenAsync(passphrase, stack);
        await store.CreateAsync(CancellationToken.None);
        return store;
    }

    /// <summary>An import drops them, as Pulumi's does.</summary>
    private static string WithoutPendingOperations(string export)
    {
        var start = export.IndexOf("        \"pending_operations\"", StringComparison.Ordinal);
        return start < 0 ? export : export.Remove(start, export.IndexOf("        \"metadata\"", StringComparison.Ordinal) - start);
    }
}
