using Azure;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Provisioning.Backends.Azure.Tests.Harness;
using Provisioning.Engine.Backends;
using Provisioning.Engine.Journal;
using Provisioning.Sandbox.Tests;
using static Provisioning.Backends.Azure.Tests.Harness.Contents;

namespace Provisioning.Backends.Azure.Tests.Blobs;

[Collection(AzuriteCollection.Name)]
public sealed class BlobJournalTests(Azurite azurite)
{
    private readonly Wire wire = new();

    [AzuriteFact]
    public async Task EachAppend_IsABlockOfAnAppendBlobBesideTheCheckpoint()
    {
        var (container, backend) = await OpenAsync();
        await using var held = await backend.LockAsync(Stack, CancellationToken.None);
        await using var journal = backend.JournalOf(Stack);

        Assert.False(await journal.ExistsAsync(CancellationToken.None));
        await journal.AppendAsync(Bytes("a\nb\n"), CancellationToken.None);
        await journal.AppendAsync(Bytes("c\n"), CancellationToken.None);

        var properties = (await container.Client.GetBlobClient(Journal).GetPropertiesAsync()).Value;
        Assert.Equal(BlobType.Append, properties.BlobType);
        Assert.Equal(2, properties.BlobCommittedBlockCount);
        Assert.True(await journal.ExistsAsync(CancellationToken.None));
        Assert.Equal("a\nb\nc\n", Text(await container.Open().JournalOf(Stack).ReadAsync(CancellationToken.None)));
        Assert.Equal($"azblob://{container.Client.Name}/{Journal}", journal.Location);
    }

    [AzuriteFact]
    public async Task ARemovedJournal_IsGone_AndMayBeBegunAnew()
    {
        var (container, backend) = await OpenAsync();
        await using var held = await backend.LockAsync(Stack, CancellationToken.None);
        await using var journal = backend.JournalOf(Stack);
        await journal.AppendAsync(Bytes("a\n"), CancellationToken.None);

        await journal.RemoveAsync(CancellationToken.None);
        await journal.RemoveAsync(CancellationToken.None);
        await journal.AppendAsync(Bytes("b\n"), CancellationToken.None);

        Assert.Equal("b\n", await container.ReadAsync(Journal));
    }

    [AzuriteFact]
    public async Task AJournalThatNobodyRead_IsRemovedAllTheSame()
    {
        var (container, backend) = await OpenAsync();
        await using (await backend.LockAsync(Stack, CancellationToken.None))
        await using (var left = backend.JournalOf(Stack))
            await left.AppendAsync(Bytes("a\n"), CancellationToken.None);
        await using var held = await backend.LockAsync(Stack, CancellationToken.None);
        await using var journal = backend.JournalOf(Stack);

        await journal.RemoveAsync(CancellationToken.None);

        Assert.Empty(await container.KeysAsync(Journal));
    }

    [AzuriteFact]
    public async Task TheNextHolder_GoesOnWithTheJournal_AndTheOldOneAppendsNoMore()
    {
        var (container, old) = await OpenAsync();
        await using var held = await old.LockAsync(Stack, CancellationToken.None);
        await using var journal = old.JournalOf(Stack);
        await journal.AppendAsync(Bytes("a\n"), CancellationToken.None);
        await container.EndLeaseAsync(Checkpoint);
        var next = container.Open();
        await using var taken = await next.LockAsync(Stack, CancellationToken.None);
        await using var continued = next.JournalOf(Stack);

        var length = (await continued.ReadAsync(CancellationToken.None))?.Length ?? 0;
        await continued.ContinueAsync(length, CancellationToken.None);
        await continued.AppendAsync(Bytes("b\n"), CancellationToken.None);
        await Assert.ThrowsAsync<BackendException>(() => journal.AppendAsync(Bytes("c\n"), CancellationToken.None));

        Assert.Equal("a\nb\n", await container.ReadAsync(Journal));
        Assert.True(held.Lost.IsCancellationRequested);
    }

    [AzuriteFact]
    public async Task AfterTheNextHolderRemovedTheJournal_TheOldOneAppendsNoMore()
    {
        var (container, old) = await OpenAsync();
        await using var held = await old.LockAsync(Stack, CancellationToken.None);
        await using var journal = old.JournalOf(Stack);
        await journal.AppendAsync(Bytes("a\n"), CancellationToken.None);
        await container.EndLeaseAsync(Checkpoint);
        var next = container.Open();
        await using var taken = await next.LockAsync(Stack, CancellationToken.None);
        await using var own = next.JournalOf(Stack);
        await own.ReadAsync(CancellationToken.None);
        await own.RemoveAsync(CancellationToken.None);

        await Assert.ThrowsAsync<BackendException>(() => journal.AppendAsync(Bytes("b\n"), CancellationToken.None));

        Assert.Empty(await container.KeysAsync(Journal));
    }

    [AzuriteFact]
    public async Task TheSameBytesOfTheNextHolder_AreNotTakenForOurs()
    {
        var (container, old) = await OpenAsync();
        await using var held = await old.LockAsync(Stack, CancellationToken.None);
        await using var journal = old.JournalOf(Stack);
        await journal.AppendAsync(Bytes("a\n"), CancellationToken.None);
        await container.EndLeaseAsync(Checkpoint);
        await container.Client.DeleteBlobAsync(Journal);
        var next = container.Open();
        await using var taken = await next.LockAsync(Stack, CancellationToken.None);
        await using var own = next.JournalOf(Stack);
        await own.AppendAsync(Bytes("a\n"), CancellationToken.None);
        await own.AppendAsync(Bytes("b\n"), CancellationToken.None);

        await Assert.ThrowsAsync<BackendException>(() => journal.AppendAsync(Bytes("b\n"), CancellationToken.None));
    }

    [AzuriteFact]
    public async Task WhatTheOldHolderAppendedAfterTheNextOneRead_IsNotOverlooked()
    {
        var (container, old) = await OpenAsync();
        await using var held = await old.LockAsync(Stack, CancellationToken.None);
        await using var journal = old.JournalOf(Stack);
        await journal.AppendAsync(Bytes("a\n"), CancellationToken.None);
        await container.EndLeaseAsync(Checkpoint);
        var next = container.Open();
        await using var taken = await next.LockAsync(Stack, CancellationToken.None);
        await using var own = next.JournalOf(Stack);
        await own.ReadAsync(CancellationToken.None);
        await journal.AppendAsync(Bytes("b\n"), CancellationToken.None);

        await Assert.ThrowsAsync<BackendException>(() => own.RemoveAsync(CancellationToken.None));

        Assert.Equal("a\nb\n", await container.ReadAsync(Journal));
    }

    [AzuriteTheory]
    [InlineData("comp=appendblock")]
    [InlineData("dev.journal")]
    public async Task AnAppendWhoseAnswerWasLost_IsThereOnce(string request)
    {
        var (container, backend) = await OpenAsync();
        await using var held = await backend.LockAsync(Stack, CancellationToken.None);
        await using var journal = backend.JournalOf(Stack);
        wire.LoseAnswer(sent => sent.StartsWith("PUT", StringComparison.Ordinal) && sent.EndsWith(request, StringComparison.Ordinal));

        await journal.AppendAsync(Bytes("a\n"), CancellationToken.None);
        await journal.AppendAsync(Bytes("b\n"), CancellationToken.None);

        Assert.Equal("a\nb\n", await container.ReadAsync(Journal));
    }

    [AzuriteFact]
    public async Task AJournalThatIsThere_IsNotBegunAnew()
    {
        var (container, backend) = await OpenAsync();
        await container.Client.GetAppendBlobClient(Journal).CreateAsync();
        await using var held = await backend.LockAsync(Stack, CancellationToken.None);
        await using var journal = backend.JournalOf(Stack);

        var failure = await Assert.ThrowsAsync<BackendException>(() => journal.AppendAsync(Bytes("a\n"), CancellationToken.None));

        Assert.Contains("is there already", failure.Message, StringComparison.Ordinal);
        Assert.Equal("", await container.ReadAsync(Journal));
    }

    [AzuriteFact]
    public async Task AJournalIsNotCut()
    {
        var (container, backend) = await OpenAsync();
        await using (await backend.LockAsync(Stack, CancellationToken.None))
        await using (var first = backend.JournalOf(Stack))
            await first.AppendAsync(Bytes("a\nb"), CancellationToken.None);
        await using var held = await backend.LockAsync(Stack, CancellationToken.None);
        await using var journal = backend.JournalOf(Stack);
        await journal.ReadAsync(CancellationToken.None);

        var failure = await Assert.ThrowsAsync<BackendException>(() => journal.ContinueAsync(2, CancellationToken.None));

        Assert.Contains("Move it away", failure.Message, StringComparison.Ordinal);
        Assert.Equal("a\nb", await container.ReadAsync(Journal));
    }

    [AzuriteFact]
    public async Task WhenTheServiceTakesNoMoreBlocks_ItIsSaidHowToGoOn()
    {
        var (_, backend) = await OpenAsync();
        await using var held = await backend.LockAsync(Stack, CancellationToken.None);
        await using var journal = backend.JournalOf(Stack);
        await journal.AppendAsync(Bytes("a\n"), CancellationToken.None);
        wire.Before = request => request.Contains("appendblock", StringComparison.Ordinal)
            ? throw new RequestFailedException(409, "", BlobErrorCode.BlockCountExceedsLimit.ToString(), null)
            : Task.CompletedTask;

        var failure = await Assert.ThrowsAsync<BackendException>(() => journal.AppendAsync(Bytes("b\n"), CancellationToken.None));

        Assert.Contains("50,000 flushes", failure.Message, StringComparison.Ordinal);
        Assert.False(held.Lost.IsCancellationRequested);
    }

    [AzuriteFact]
    public async Task AFlushLargerThanABlock_IsStoredInSeveral_EachOfWholeLines()
    {
        var (container, backend) = await OpenAsync();
        await using var held = await backend.LockAsync(Stack, CancellationToken.None);
        await using var journal = backend.JournalOf(Stack);
        var lines = new byte[10_000_000];
        Array.Fill(lines, (byte)'x');
        lines[99] = lines[^100] = lines[^1] = (byte)'\n';

        await journal.AppendAsync(lines, CancellationToken.None);

        var properties = (await container.Client.GetBlobClient(Journal).GetPropertiesAsync()).Value;
        Assert.Equal(lines.Length, properties.ContentLength);
        Assert.Equal(3, properties.BlobCommittedBlockCount);
    }

    [AzuriteFact]
    public async Task AnotherMachine_FinishesWhatAnInterruptedOneHadBegun()
    {
        var container = await azurite.CreateContainerAsync();
        var backend = container.Open(new ManualClock(), new LockHolder(4711, "bob", "agent-1"));
        await backend.SaveAsync("one");
        await using var held = await backend.LockAsync(Stack, CancellationToken.None);
        await using (var journal = backend.JournalOf(Stack))
            await journal.AppendAsync(Bytes("a\n"), CancellationToken.None);

        // The machine is gone, and the term of its lease is over.
        await container.EndLeaseAsync(Checkpoint);

        var next = container.Open(holder: new LockHolder(12, "bob", "agent-2"));
        await using var taken = await next.LockAsync(Stack, CancellationToken.None);
        await using IJournalStorage left = next.JournalOf(Stack);
        Assert.Equal("a\n", Text(await left.ReadAsync(CancellationToken.None)));
        await left.ContinueAsync(2, CancellationToken.None);
        await left.AppendAsync(Bytes("b\n"), CancellationToken.None);
        await next.WriteCheckpointAsync(Stack, Bytes("two"), CancellationToken.None);
        await left.RemoveAsync(CancellationToken.None);

        Assert.Equal([Checkpoint, $"{Checkpoint}.bak"], await container.KeysAsync(".pulumi/stacks/"));
    }

    private async Task<(TestContainer Container, IStateBackend Backend)> OpenAsync()
    {
        var container = await azurite.CreateContainerAsync();
        await container.Open().SaveAsync("one");
        return (container, container.Open(new ManualClock(), wire: wire));
    }
}
