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
    private readonly StackFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task ACreatedStack_ExistsAndIsEmpty()
    {
        var store = await folder.OpenAsync();
        Assert.False(await store.ExistsAsync(CancellationToken.None));

        await store.CreateAsync(CancellationToken.None);

        Assert.True(await store.ExistsAsync(CancellationToken.None));
        Assert.Empty((await store.LoadAsync(CancellationToken.None)).Snapshot.Resources);
        Assert.DoesNotContain(folder.Files(), file => file.Contains("/locks/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AStackThatExists_IsNotCreatedAgain()
    {
        var store = await folder.CreatedAsync();

        await Assert.ThrowsAsync<BackendException>(() => store.CreateAsync(CancellationToken.None));
    }

    [Fact]
    public async Task AMissingStack_IsSaid()
    {
        var store = await folder.OpenAsync();

        var failure = await Assert.ThrowsAsync<StackNotFoundException>(() => store.BeginAsync(CancellationToken.None));

        Assert.Contains("stack init dev", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(folder.Files(), file => file.Contains("/locks/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ASession_WritesTheStateAndGivesTheLockBack()
    {
        folder.Write("Pulumi.dev.yaml", StackFolder.Settings);
        var store = await folder.CreatedAsync();

        await StackFolder.RunAsync(store, StackFolder.Resource);

        Assert.Equal(StackFolder.Resource.Inputs, Assert.Single((await store.LoadAsync(CancellationToken.None)).Snapshot.Resources).Inputs);
        var file = folder.Read(".pulumi/stacks/registry/dev.json");
        Assert.Contains($$$"""{"type":"passphrase","state":{"salt":"{{{Vectors.Salt}}}"}}""", file, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", file, StringComparison.Ordinal);
        Assert.DoesNotContain(folder.Files(), path => path.EndsWith(".journal", StringComparison.Ordinal) || path.Contains("/locks/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task TwoSessions_ExcludeEachOther()
    {
        var store = await folder.CreatedAsync();
        await using var session = await store.BeginAsync(CancellationToken.None);

        await Assert.ThrowsAsync<StackLockedException>(async () => await (await folder.OpenAsync()).BeginAsync(CancellationToken.None));
    }

    [Fact]
    public async Task AnUnchangedState_IsWrittenBackByteForByte()
    {
        folder.Write("Pulumi.dev.yaml", StackFolder.Settings);
        folder.Write(".pulumi/stacks/registry/dev.json", Encoding.UTF8.GetString(Fixture.Read("checkpoint-v3.json")));
        var store = await folder.OpenAsync();

        await using (var session = await store.BeginAsync(CancellationToken.None))
            await session.SaveAsync(session.Base, CancellationToken.None);

        Assert.Equal(Encoding.UTF8.GetString(Fixture.Read("checkpoint-v3.json")), folder.Read(".pulumi/stacks/registry/dev.json"));
    }

    [Fact]
    public async Task TheFirstSecretOfAStack_PutsASaltIntoItsSettings()
    {
        folder.Write("Pulumi.dev.yaml", "# of dev\nconfig:\n  registry:a: b\n");
        var store = await folder.CreatedAsync();

        await store.SetSecretConfigAsync(ConfigPath.Parse("token", "registry"), "s3cr3t", CancellationToken.None);
        await StackFolder.RunAsync(store, StackFolder.Resource);

        var text = folder.Read("Pulumi.dev.yaml");
        Assert.StartsWith("# of dev\nencryptionsalt: v1:", text, StringComparison.Ordinal);
        Assert.Contains("  registry:a: b\n  registry:token:\n    secure: v1:", text, StringComparison.Ordinal);
        Assert.Contains(store.Settings.EncryptionSalt ?? "no salt", folder.Read(".pulumi/stacks/registry/dev.json"), StringComparison.Ordinal);
        var config = await (await folder.OpenAsync()).ResolveConfigAsync(validate: true, CancellationToken.None);
        Assert.Equal("s3cr3t", config.Values["registry:token"]);
    }

    [Fact]
    public async Task AStackWithoutSecrets_NeedsNoPassphrase()
    {
        var store = await folder.CreatedAsync(passphrase: null);

        await StackFolder.RunAsync(store, StackFolder.Resource with { Inputs = PropertyMap.Empty });

        Assert.Single((await store.LoadAsync(CancellationToken.None)).Snapshot.Resources);
        Assert.DoesNotContain("secrets_providers", folder.Read(".pulumi/stacks/registry/dev.json"), StringComparison.Ordinal);
        Assert.False(File.Exists(folder.At("Pulumi.dev.yaml")));
    }

    [Fact]
    public async Task ASecretWithoutAPassphrase_IsRefusedAndNothingIsWritten()
    {
        var store = await folder.CreatedAsync(passphrase: null);
        var before = folder.Read(".pulumi/stacks/registry/dev.json");

        var failure = await Assert.ThrowsAsync<SecretsException>(() => StackFolder.RunAsync(store, StackFolder.Resource));

        Assert.Contains("PULUMI_CONFIG_PASSPHRASE", failure.Message, StringComparison.Ordinal);
        Assert.Equal(before, folder.Read(".pulumi/stacks/registry/dev.json"));
    }

    [Fact]
    public async Task SettingsThatLostTheirSalt_LeaveItToTheState()
    {
        folder.Write(".pulumi/stacks/registry/dev.json", Encoding.UTF8.GetString(Fixture.Read("checkpoint-v3.json")));
        var store = await folder.OpenAsync();

        await using (var session = await store.BeginAsync(CancellationToken.None))
            await session.SaveAsync(session.Base, CancellationToken.None);

        Assert.Equal(Encoding.UTF8.GetString(Fixture.Read("checkpoint-v3.json")), folder.Read(".pulumi/stacks/registry/dev.json"));
    }

    [Fact]
    public async Task AnInterruptedOperation_ShowsInPreviewsAndIsStoredByTheNextSession()
    {
        folder.Write("Pulumi.dev.yaml", StackFolder.Settings);
        var store = await folder.CreatedAsync();
        await StackFolder.InterruptAsync(store);

        var seen = await store.LoadAsync(CancellationToken.None);
        Assert.Equal((true, 1, 1), (seen.WasInterrupted, seen.Snapshot.Resources.Length, seen.Snapshot.PendingOperations.Length));
        Assert.True(File.Exists(store.Backend.JournalOf(store.Stack).Location));

        await using var session = await store.BeginAsync(CancellationToken.None);
        Assert.True(session.WasInterrupted);
        Assert.False(File.Exists(store.Backend.JournalOf(store.Stack).Location));
        Assert.Contains("\"pending_operations\":[{\"resource\":", folder.Read(".pulumi/stacks/registry/dev.json"), StringComparison.Ordinal);
        await session.Journal.BeginAsync(new PendingOperation(StackFolder.Resource, OperationKind.Updating), CancellationToken.None);
    }

    [Fact]
    public async Task ACrashWhileAnInterruptedOperationIsStored_IsNotTakenForAChangeByAnotherTool()
    {
        folder.Write("Pulumi.dev.yaml", StackFolder.Settings);
        var store = await folder.CreatedAsync();
        await StackFolder.InterruptAsync(store);
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
    public async Task OutputsOfAnotherStack_AreReadWithTheirSecretsMarked()
    {
        folder.Write(".pulumi/stacks/registry/dev.json", Encoding.UTF8.GetString(Fixture.Read("checkpoint-v3.json")));
        var reader = new BackendStackOutputsReader(folder.Backend(), new SecretsManagers(new FakePassphrase(null), new FixedRandom(1)), "registry");

        Assert.Equal(PropertyMap.Empty.With("loginServer", "reg1.azurecr.io"), await reader.ReadAsync("organization/registry/dev", CancellationToken.None));
        Assert.Null(await reader.ReadAsync("missing", CancellationToken.None));
    }

    [Fact]
    public async Task OutputsOfAStackWithoutItsResource_AreNone()
    {
        folder.Write(".pulumi/stacks/registry/dev.json", """{"version":3,"checkpoint":{"latest":{"resources":[{"urn":"urn:pulumi:dev::registry::a:b:C::c","type":"a:b:C"}]}}}""");
        var reader = new BackendStackOutputsReader(folder.Backend(), new SecretsManagers(new FakePassphrase(null), new FixedRandom(1)), "registry");

        Assert.Equal(PropertyMap.Empty, await reader.ReadAsync("organization/registry/dev", CancellationToken.None));
    }
}
