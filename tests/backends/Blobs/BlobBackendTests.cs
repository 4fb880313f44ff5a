using System.IO.Compression;
using Provisioning.Backends.Azure.Tests.Harness;
using Provisioning.Engine.Backends;
using static Provisioning.Backends.Azure.Tests.Harness.Contents;

namespace Provisioning.Backends.Azure.Tests.Blobs;

[Collection(AzuriteCollection.Name)]
public sealed class BlobBackendTests(Azurite azurite)
{
    [AzuriteFact]
    public async Task AStack_HasPulumisLayout()
    {
        var container = await azurite.CreateContainerAsync();
        var backend = container.Open();
        await backend.SaveAsync("one");
        await using (await backend.LockAsync(Stack, CancellationToken.None))
        {
            await backend.WriteCheckpointAsync(Stack, Bytes("two"), CancellationToken.None);
            await backend.AppendHistoryAsync(Stack, Update(), CancellationToken.None);
        }

        var keys = await container.KeysAsync();
        Assert.Collection(
            keys,
            key => Assert.Matches(@"^\.pulumi/backups/registry/dev/dev\.\d{19}\.json\z", key),
            key => Assert.Matches(@"^\.pulumi/history/registry/dev/dev-\d{19}\.checkpoint\.json\z", key),
            key => Assert.Matches(@"^\.pulumi/history/registry/dev/dev-\d{19}\.history\.json\z", key),
            key => Assert.Equal(".pulumi/meta.yaml", key),
            key => Assert.Equal(Checkpoint, key),
            key => Assert.Equal($"{Checkpoint}.bak", key));
        Assert.Equal("version: 1\n", await container.ReadAsync(".pulumi/meta.yaml"));
        Assert.Equal("two", await container.ReadAsync(Checkpoint));
        Assert.Equal("one", await container.ReadAsync($"{Checkpoint}.bak"));
        Assert.Equal("two", await container.ReadAsync(keys[0]));
        Assert.Equal("two", await container.ReadAsync(keys[1]));
    }

    [AzuriteTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AStack_ExistsFromItsFirstCheckpointUntilItIsRemoved(bool gzip)
    {
        var backend = (await azurite.CreateContainerAsync()).Open(options: new StoreOptions { Gzip = gzip });
        Assert.False(await backend.ExistsAsync(Stack, CancellationToken.None));

        await backend.SaveAsync("one");
        Assert.True(await backend.ExistsAsync(Stack, CancellationToken.None));

        await using (await backend.LockAsync(Stack, CancellationToken.None))
            await backend.RemoveStackAsync(Stack, CancellationToken.None);
        Assert.False(await backend.ExistsAsync(Stack, CancellationToken.None));
    }

    [AzuriteFact]
    public async Task ThePathOfTheUrl_IsAPrefixOfAllKeys()
    {
        var container = await azurite.CreateContainerAsync();

        await container.Open(prefix: "team/a").SaveAsync("one");

        Assert.Equal(["team/a/.pulumi/meta.yaml", $"team/a/{Checkpoint}"], await container.KeysAsync());
        Assert.Equal("one", await container.Open(prefix: "team/a/").LoadAsync());
        Assert.Null(await container.Open(prefix: "team").LoadAsync());
    }

    [AzuriteFact]
    public async Task AMissingStack_IsNull() => Assert.Null(await (await azurite.CreateContainerAsync()).Open().LoadAsync());

    [AzuriteFact]
    public async Task Reading_WritesNothing()
    {
        var container = await azurite.CreateContainerAsync();
        var backend = container.Open();

        Assert.Null(await backend.LoadAsync());
        Assert.Empty(await backend.ListStacksAsync(null, CancellationToken.None));
        Assert.Empty(await backend.ReadHistoryAsync(Stack, CancellationToken.None));
        await using (var journal = backend.JournalOf(Stack))
            Assert.Null(await journal.ReadAsync(CancellationToken.None));

        Assert.Empty(await container.KeysAsync());
    }

    [AzuriteFact]
    public async Task Writing_NeedsTheLock()
    {
        var backend = (await azurite.CreateContainerAsync()).Open();

        await Assert.ThrowsAsync<InvalidOperationException>(() => backend.WriteCheckpointAsync(Stack, Bytes("one"), CancellationToken.None));
        await Assert.ThrowsAsync<InvalidOperationException>(() => backend.RemoveStackAsync(Stack, CancellationToken.None));
        await Assert.ThrowsAsync<InvalidOperationException>(() => backend.AppendHistoryAsync(Stack, Update(), CancellationToken.None));
    }

    [AzuriteFact]
    public async Task ACompressedState_ReplacesThePlainOne_AndTheReverse()
    {
        var container = await azurite.CreateContainerAsync();
        await container.Open().SaveAsync("one");

        var compressing = container.Open(options: new StoreOptions { Gzip = true });
        await using (var held = await compressing.LockAsync(Stack, CancellationToken.None))
        {
            await compressing.WriteCheckpointAsync(Stack, Bytes("two"), CancellationToken.None);
            Assert.True(await container.IsLeasedAsync($"{Checkpoint}.gz"));
            await compressing.WriteCheckpointAsync(Stack, Bytes("three"), CancellationToken.None);
            Assert.False(held.Lost.IsCancellationRequested);
        }

        Assert.Equal([$"{Checkpoint}.bak", $"{Checkpoint}.gz", $"{Checkpoint}.gz.bak"], await container.KeysAsync(Checkpoint));
        Assert.Equal("three", await container.Open().LoadAsync());

        await container.Open().SaveAsync("four");

        Assert.Equal([Checkpoint, $"{Checkpoint}.bak", $"{Checkpoint}.gz.bak"], await container.KeysAsync(Checkpoint));
        Assert.Equal("four", await container.Open().LoadAsync());
    }

    [AzuriteFact]
    public async Task OfTwoStates_TheOneWrittenLastCounts_AndOneStaysAfterAWrite()
    {
        var container = await azurite.CreateContainerAsync();
        await container.WriteAsync(Checkpoint, "older");
        using var compressed = new MemoryStream();
        await using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest, leaveOpen: true))
            await gzip.WriteAsync(Bytes("newer"));

        // The service stores times in seconds; of two in one second the last in the list counts, as with Pulumi.
        await container.WriteAsync($"{Checkpoint}.gz", compressed.ToArray(), lease: null);

        Assert.Equal("newer", await container.Open().LoadAsync());
        await container.Open().SaveAsync("newest");
        Assert.Equal([Checkpoint, $"{Checkpoint}.gz.bak"], await container.KeysAsync(Checkpoint));
    }

    [AzuriteFact]
    public async Task AStateInZstandard_IsRefused()
    {
        var container = await azurite.CreateContainerAsync();
        await container.WriteAsync($"{Checkpoint}.zst", [0x28, 0xb5, 0x2f, 0xfd, 0], lease: null);

        var failure = await Assert.ThrowsAsync<BackendException>(() => container.Open().LoadAsync());

        Assert.Contains("Zstandard", failure.Message, StringComparison.Ordinal);
    }

    [AzuriteFact]
    public async Task RetainedCheckpoints_LieBesideTheState()
    {
        var container = await azurite.CreateContainerAsync();

        await container.Open(options: new StoreOptions { RetainCheckpoints = true }).SaveAsync("one");

        Assert.Equal("one", await container.ReadAsync(Assert.Single(await container.KeysAsync($"{Checkpoint}."))));
    }

    [AzuriteFact]
    public async Task Backups_CanBeTurnedOff()
    {
        var container = await azurite.CreateContainerAsync();
        var backend = container.Open(options: new StoreOptions { KeepBackups = false });
        await backend.SaveAsync("one");

        await using (await backend.LockAsync(Stack, CancellationToken.None))
            await backend.AppendHistoryAsync(Stack, Update(), CancellationToken.None);

        Assert.Empty(await container.KeysAsync(".pulumi/backups/"));
        Assert.Equal(2, (await container.KeysAsync(".pulumi/history/")).Count);
    }

    [AzuriteFact]
    public async Task TheHistory_IsNewestFirst()
    {
        var backend = (await azurite.CreateContainerAsync()).Open();
        await backend.SaveAsync("one");
        await using (await backend.LockAsync(Stack, CancellationToken.None))
        {
            foreach (var message in new[] { "first", "second", "third" })
                await backend.AppendHistoryAsync(Stack, Update(message), CancellationToken.None);
        }

        var history = await backend.ReadHistoryAsync(Stack, CancellationToken.None);

        Assert.Equal(["third", "second", "first"], history.Select(update => update.Message));
        Assert.Equivalent(Update("third"), history[0]);
    }

    [AzuriteFact]
    public async Task Stacks_AreListedInOrder_AndOtherBlobsAreNot()
    {
        const string Empty = """{"version":3,"checkpoint":{"stack":"organization/registry/dev"}}""";
        var container = await azurite.CreateContainerAsync();
        foreach (var name in new[] { "registry/prod.json", "registry/dev.json", "other/dev.json" })
            await container.WriteAsync($".pulumi/stacks/{name}", Empty);
        foreach (var name in new[] { "registry/dev.json.bak", "registry/dev.journal", "registry/dev.pulumi-tags", "registry/deeper/dev.json", "regi stry/dev.json" })
            await container.WriteAsync($".pulumi/stacks/{name}", "");
        await container.WriteAsync(".pulumi/meta.yaml", "version: 1\n");

        var all = await container.Open().ListStacksAsync(null, CancellationToken.None);
        var some = await container.Open().ListStacksAsync("registry", CancellationToken.None);

        Assert.Equal(["organization/other/dev", "organization/registry/dev", "organization/registry/prod"], all.Select(stack => stack.Stack.FullName));
        Assert.Equal(["organization/registry/dev", "organization/registry/prod"], some.Select(stack => stack.Stack.FullName));
    }

    [AzuriteFact]
    public async Task ARemovedStack_LeavesItsLastStateAndItsBackups()
    {
        var container = await azurite.CreateContainerAsync();
        var backend = container.Open();
        await backend.SaveAsync("one");
        await container.WriteAsync(".pulumi/stacks/registry/dev.pulumi-tags", "{}");
        await using (await backend.LockAsync(Stack, CancellationToken.None))
        {
            await backend.AppendHistoryAsync(Stack, Update(), CancellationToken.None);
            await using (var journal = backend.JournalOf(Stack))
                await journal.AppendAsync(Bytes("line\n"), CancellationToken.None);
            await backend.RemoveStackAsync(Stack, CancellationToken.None);
        }

        var keys = await container.KeysAsync();
        Assert.Equal(3, keys.Count);
        Assert.StartsWith(".pulumi/backups/registry/dev/", keys[0], StringComparison.Ordinal);
        Assert.Equal([".pulumi/meta.yaml", $"{Checkpoint}.bak"], keys.Skip(1));
        Assert.Null(await backend.LoadAsync());
    }

    [AzuriteFact]
    public async Task AStack_CanBeCreatedAgain_UnderTheSameLock()
    {
        var backend = (await azurite.CreateContainerAsync()).Open();
        await backend.SaveAsync("one");

        await using (await backend.LockAsync(Stack, CancellationToken.None))
        {
            await backend.RemoveStackAsync(Stack, CancellationToken.None);
            await backend.WriteCheckpointAsync(Stack, Bytes("two"), CancellationToken.None);
        }

        Assert.Equal("two", await backend.LoadAsync());
    }

    [AzuriteTheory]
    [InlineData("version: 0\n", "pulumi state upgrade")]
    [InlineData("version: 2\n", "version 2")]
    [InlineData("{}\n", "does not say a version")]
    public async Task AnotherLayout_IsRefused(string meta, string reason)
    {
        var container = await azurite.CreateContainerAsync();
        await container.WriteAsync(".pulumi/meta.yaml", meta);

        var failure = await Assert.ThrowsAsync<BackendException>(() => container.Open().LoadAsync());

        Assert.Contains(reason, failure.Message, StringComparison.Ordinal);
        Assert.Contains(container.Client.Name, failure.Message, StringComparison.Ordinal);
    }

    [AzuriteFact]
    public async Task StacksWithoutProjects_AreRefused()
    {
        var container = await azurite.CreateContainerAsync();
        await container.WriteAsync(".pulumi/stacks/dev.json", "{}");

        var failure = await Assert.ThrowsAsync<BackendException>(() => container.Open().LockAsync(Stack, CancellationToken.None));

        Assert.Contains("pulumi state upgrade", failure.Message, StringComparison.Ordinal);
    }

    [AzuriteFact]
    public async Task ANameThatLeadsElsewhere_IsRefused()
    {
        var backend = (await azurite.CreateContainerAsync()).Open();

        await Assert.ThrowsAsync<BackendException>(() => backend.ReadCheckpointAsync(new StackReference("..", "dev"), CancellationToken.None));
        Assert.Throws<BackendException>(() => backend.JournalOf(new StackReference("registry", "../dev")));
    }
}
