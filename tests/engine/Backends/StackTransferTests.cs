using System.Text;
using Provisioning.Engine.State;
using Provisioning.Engine.Tests.State;

namespace Provisioning.Engine.Tests.Backends;

public sealed class StackTransferTests : IDisposable
{
    private readonly StackFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task AnExport_IsWhatTheCheckpointHolds()
    {
        folder.Write("Pulumi.dev.yaml", StackFolder.Settings);
        folder.Write(".pulumi/stacks/registry/dev.json", Encoding.UTF8.GetString(Fixture.Read("checkpoint-v3.json")));
        var store = await folder.OpenAsync();

        Assert.Equal(Encoding.UTF8.GetString(Fixture.Read("export-v3.json")), Encoding.UTF8.GetString(await store.ExportAsync(showSecrets: false, CancellationToken.None)));
        Assert.Equal(Encoding.UTF8.GetString(Fixture.Read("export-plaintext-v3.json")), Encoding.UTF8.GetString(await store.ExportAsync(showSecrets: true, CancellationToken.None)));
    }

    [Fact]
    public async Task AnExportAfterAnInterruption_HoldsWhatWasDone()
    {
        folder.Write("Pulumi.dev.yaml", StackFolder.Settings);
        var store = await folder.CreatedAsync();
        await StackFolder.InterruptAsync(store);

        var export = StateDocument.ParseExport(await store.ExportAsync(showSecrets: false, CancellationToken.None), "export");

        Assert.Equal(1, export.ResourceCount);
    }

    [Fact]
    public async Task AnImport_ReplacesADamagedStateAndDropsPendingOperations()
    {
        folder.Write("Pulumi.dev.yaml", StackFolder.Settings);
        folder.Write(".pulumi/stacks/registry/dev.json", "{ damaged");
        var store = await folder.OpenAsync();

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
        folder.Write("Pulumi.dev.yaml", StackFolder.Settings);
        var store = await folder.CreatedAsync();
        var settled = WithoutPendingOperations(Encoding.UTF8.GetString(Fixture.Read(name)));

        await store.ImportAsync(Encoding.UTF8.GetBytes(settled), name, force: false, CancellationToken.None);

        Assert.Equal(settled, Encoding.UTF8.GetString(await store.ExportAsync(showSecrets: false, CancellationToken.None)));
        Assert.NotEmpty((await store.LoadAsync(CancellationToken.None)).Snapshot.Resources);
    }

    [Fact]
    public async Task ABackup_IsRestoredByImportingIt()
    {
        folder.Write("Pulumi.dev.yaml", StackFolder.Settings);
        var store = await folder.CreatedAsync();
        await StackFolder.RunAsync(store, StackFolder.Resource);
        var backup = folder.Read(".pulumi/stacks/registry/dev.json");
        await StackFolder.RunAsync(store, StackFolder.Resource with { Id = "2" });

        await store.ImportAsync(Encoding.UTF8.GetBytes(backup), "dev.json.bak", force: false, CancellationToken.None);

        Assert.Equal(backup, folder.Read(".pulumi/stacks/registry/dev.json"));
    }

    [Theory]
    [InlineData("""{"version":3}""")]
    [InlineData("""{"version":3,"resources":[]}""")]
    public async Task AnImportOfWhatHoldsNoState_DoesNotEmptyTheStack(string text)
    {
        folder.Write("Pulumi.dev.yaml", StackFolder.Settings);
        var store = await folder.CreatedAsync();
        await StackFolder.RunAsync(store, StackFolder.Resource);

        await Assert.ThrowsAsync<StateException>(() => store.ImportAsync(Encoding.UTF8.GetBytes(text), "other.json", force: true, CancellationToken.None));

        Assert.Single((await store.LoadAsync(CancellationToken.None)).Snapshot.Resources);
    }

    [Fact]
    public async Task AnImportWithSecretsShown_IsStoredEncrypted()
    {
        folder.Write("Pulumi.dev.yaml", StackFolder.Settings);
        var store = await folder.CreatedAsync();

        await store.ImportAsync(Fixture.Read("export-plaintext-v3.json"), "export.json", force: false, CancellationToken.None);

        Assert.DoesNotContain("s3cr3t", folder.Read(".pulumi/stacks/registry/dev.json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnImportOfAnotherStack_NeedsForce()
    {
        folder.Write("Pulumi.prod.yaml", StackFolder.Settings);
        var store = await folder.CreatedAsync(stack: "prod");

        var failure = await Assert.ThrowsAsync<StateException>(() => store.ImportAsync(Fixture.Read("export-v3.json"), "export.json", force: false, CancellationToken.None));
        await store.ImportAsync(Fixture.Read("export-v3.json"), "export.json", force: true, CancellationToken.None);

        Assert.Equal(StateErrorCode.WrongStack, failure.Code);
        Assert.Equal(7, (await store.LoadAsync(CancellationToken.None)).Snapshot.Resources.Length);
    }

    /// <summary>An import drops them, as Pulumi's does.</summary>
    private static string WithoutPendingOperations(string export)
    {
        var start = export.IndexOf("        \"pending_operations\"", StringComparison.Ordinal);
        return start < 0 ? export : export.Remove(start, export.IndexOf("        \"metadata\"", StringComparison.Ordinal) - start);
    }
}
