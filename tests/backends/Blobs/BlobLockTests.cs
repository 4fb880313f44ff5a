using Provisioning.Backends.Azure.Tests.Harness;
using Provisioning.Engine.Backends;
using Provisioning.Sandbox.Tests;
using static Provisioning.Backends.Azure.Tests.Harness.Contents;

namespace Provisioning.Backends.Azure.Tests.Blobs;

[Collection(AzuriteCollection.Name)]
public sealed class BlobLockTests(Azurite azurite)
{
    [AzuriteFact]
    public async Task ALock_IsABlobInPulumisForm_WithTheLeaseBesides()
    {
        var container = await azurite.CreateContainerAsync();
        await container.Open().SaveAsync("one");

        await using var held = await container.Open().LockAsync(Stack, CancellationToken.None);

        var key = Assert.Single(await container.KeysAsync(Locks));
        var id = Path.GetFileNameWithoutExtension(key);
        Assert.True(Guid.TryParse(id, out _));
        Assert.Matches($$"""^\{"pid":7,"username":"ann","hostname":"box","timestamp":"[^"]+","lease":"{{id}}"\}\z""", await container.ReadAsync(key));
        Assert.True(await container.IsLeasedAsync(Checkpoint));
    }

    [AzuriteFact]
    public async Task ALockThatIsGivenBack_LeavesNothing()
    {
        var container = await azurite.CreateContainerAsync();
        var backend = container.Open();
        await backend.SaveAsync("one");

        await using (await backend.LockAsync(Stack, CancellationToken.None))
            Assert.True(await container.IsLeasedAsync(Checkpoint));

        Assert.False(await container.IsLeasedAsync(Checkpoint));
        Assert.Empty(await container.KeysAsync(Locks));
        await backend.SaveAsync("two");
    }

    [AzuriteFact]
    public async Task WhoComesSecond_IsToldWhoWasFirst_AndLeavesNothing()
    {
        var container = await azurite.CreateContainerAsync();
        await container.Open().SaveAsync("one");
        await using var held = await container.Open(holder: new LockHolder(9, "eve", "ci-4")).LockAsync(Stack, CancellationToken.None);

        var failure = await Assert.ThrowsAsync<StackLockedException>(() => container.Open().LockAsync(Stack, CancellationToken.None));

        var key = Assert.Single(await container.KeysAsync(Locks));
        Assert.StartsWith("The stack 'dev' is currently locked by 1 lock(s)", failure.Message, StringComparison.Ordinal);
        Assert.Matches($@"azblob://{container.Client.Name}/{key}: created by eve@ci-4 \(pid 9\) at \d{{4}}-", failure.Message);
        Assert.Contains("60 seconds", failure.Message, StringComparison.Ordinal);
        Assert.True(await container.IsLeasedAsync(Checkpoint));
    }

    [AzuriteFact]
    public async Task AProcess_DoesNotLockAStackTwice()
    {
        var backend = (await azurite.CreateContainerAsync()).Open();
        await using var held = await backend.LockAsync(Stack, CancellationToken.None);

        await Assert.ThrowsAsync<StackLockedException>(() => backend.LockAsync(Stack, CancellationToken.None));
    }

    [AzuriteTheory]
    [InlineData(ForeignLock, "bob@other (pid 4711) at 2026-08-21T09:00:00.123456789Z")]
    [InlineData("{", "not in a known form")]
    public async Task ALockOfPulumi_IsNeverTakenOver(string content, string description)
    {
        var container = await azurite.CreateContainerAsync();
        await container.Open().SaveAsync("one");
        await container.WriteAsync($"{Locks}3f0c.json", content);
        var clock = new ManualClock();
        clock.Advance(TimeSpan.FromDays(400));

        var failure = await Assert.ThrowsAsync<StackLockedException>(() => container.Open(clock).LockAsync(Stack, CancellationToken.None));

        Assert.EndsWith(description, failure.Message, StringComparison.Ordinal);
        Assert.Equal([$"{Locks}3f0c.json"], await container.KeysAsync(Locks));
        Assert.False(await container.IsLeasedAsync(Checkpoint));
    }

    [AzuriteFact]
    public async Task ALockOfPulumi_IsRespectedBeforeThereIsACheckpoint()
    {
        var container = await azurite.CreateContainerAsync();
        await container.WriteAsync($"{Locks}3f0c.json", ForeignLock);

        await Assert.ThrowsAsync<StackLockedException>(() => container.Open().LockAsync(Stack, CancellationToken.None));

        Assert.Equal([$"{Locks}3f0c.json"], await container.KeysAsync(Locks));
    }

    [AzuriteFact]
    public async Task ALockOfPulumiThatAppearsBetweenTheLooks_HasPrecedence()
    {
        var container = await azurite.CreateContainerAsync();
        await container.Open().SaveAsync("one");
        var wire = new Wire();
        wire.Before = request => request.StartsWith("PUT", StringComparison.Ordinal) && request.Contains("/locks/", StringComparison.Ordinal)
            ? container.WriteAsync($"{Locks}3f0c.json", ForeignLock)
            : Task.CompletedTask;

        await Assert.ThrowsAsync<StackLockedException>(() => container.Open(wire: wire).LockAsync(Stack, CancellationToken.None));

        Assert.Equal([$"{Locks}3f0c.json"], await container.KeysAsync(Locks));
        Assert.False(await container.IsLeasedAsync(Checkpoint));
    }

    [AzuriteFact]
    public async Task ADeadHoldersLock_IsClearedAwayWhenItsLeaseHasEnded()
    {
        var container = await azurite.CreateContainerAsync();
        await container.Open().SaveAsync("one");
        await container.Open(new ManualClock()).LockAsync(Stack, CancellationToken.None);
        var dead = Assert.Single(await container.KeysAsync(Locks));
        await container.EndLeaseAsync(Checkpoint);

        await using (await container.Open().LockAsync(Stack, CancellationToken.None))
            Assert.NotEqual(dead, Assert.Single(await container.KeysAsync(Locks)));

        Assert.Empty(await container.KeysAsync(Locks));
    }

    [AzuriteLinuxFact]
    public async Task AHolderThatThisMachineSeesDead_IsSucceededAtOnce()
    {
        var gone = GoneProcess();
        var container = await azurite.CreateContainerAsync();
        await container.Open().SaveAsync("one");
        await container.Open(new ManualClock(), gone).LockAsync(Stack, CancellationToken.None);
        Assert.True(await container.IsLeasedAsync(Checkpoint));

        await container.Open().SaveAsync("two");

        Assert.Equal("two", await container.ReadAsync(Checkpoint));
        Assert.Empty(await container.KeysAsync(Locks));
    }

    [AzuriteLinuxFact]
    public async Task ALivingHoldersLease_IsNotEndedForADeadOnesLock()
    {
        var gone = GoneProcess();
        var container = await azurite.CreateContainerAsync();
        await container.Open().SaveAsync("one");
        await container.Open(new ManualClock(), gone).LockAsync(Stack, CancellationToken.None);
        var dead = Assert.Single(await container.KeysAsync(Locks));
        var content = await container.ReadAsync(dead);
        await container.EndLeaseAsync(Checkpoint);
        var living = container.Open(holder: new LockHolder(9, "eve", "ci-4"));
        await using var held = await living.LockAsync(Stack, CancellationToken.None);
        await container.WriteAsync(dead, content);

        await Assert.ThrowsAsync<StackLockedException>(() => container.Open().LockAsync(Stack, CancellationToken.None));

        await living.WriteCheckpointAsync(Stack, Bytes("two"), CancellationToken.None);
        Assert.False(held.Lost.IsCancellationRequested);
    }

    [AzuriteFact]
    public async Task ANewStack_IsLockedWithoutALease_UntilItIsCreated()
    {
        var container = await azurite.CreateContainerAsync();
        var first = container.Open();
        await using var held = await first.LockAsync(Stack, CancellationToken.None);

        await Assert.ThrowsAsync<StackLockedException>(() => container.Open().LockAsync(Stack, CancellationToken.None));
        await first.WriteCheckpointAsync(Stack, Bytes("one"), CancellationToken.None);

        Assert.True(await container.IsLeasedAsync(Checkpoint));
        Assert.Single(await container.KeysAsync(Locks));
    }

    [AzuriteFact]
    public async Task ALockOnANewStack_CountsForOneTerm_AndItsHolderCreatesNothingLater()
    {
        var container = await azurite.CreateContainerAsync();
        var slow = container.Open();
        await slow.LockAsync(Stack, CancellationToken.None);
        var clock = new ManualClock();
        clock.Advance(TimeSpan.FromSeconds(55));
        await Assert.ThrowsAsync<StackLockedException>(() => container.Open(clock).LockAsync(Stack, CancellationToken.None));
        clock.Advance(TimeSpan.FromSeconds(6));

        await container.Open(clock).SaveAsync("fast");

        await Assert.ThrowsAsync<BackendException>(() => slow.WriteCheckpointAsync(Stack, Bytes("slow"), CancellationToken.None));
        Assert.Equal("fast", await container.ReadAsync(Checkpoint));
    }

    [AzuriteFact]
    public async Task AStackThatIsCreatedBetweenTheLooks_IsLeasedAllTheSame()
    {
        var container = await azurite.CreateContainerAsync();
        var wire = new Wire();
        wire.Before = async request =>
        {
            if (request.StartsWith("PUT", StringComparison.Ordinal) && request.Contains("/locks/", StringComparison.Ordinal))
            {
                wire.Before = _ => Task.CompletedTask;
                await container.Open().SaveAsync("one");
            }
        };

        await using var held = await container.Open(wire: wire).LockAsync(Stack, CancellationToken.None);

        Assert.True(await container.IsLeasedAsync(Checkpoint));
    }

    [AzuriteFact]
    public async Task Reading_NeedsNoLockAndWaitsForNobody()
    {
        var container = await azurite.CreateContainerAsync();
        await container.Open().SaveAsync("one");
        await using var held = await container.Open().LockAsync(Stack, CancellationToken.None);
        var wire = new Wire();
        var reader = container.Open(wire: wire);

        Assert.Equal("one", await reader.LoadAsync());
        await using (var journal = reader.JournalOf(Stack))
            Assert.False(await journal.ExistsAsync(CancellationToken.None));

        Assert.All(wire.Requests, request => Assert.True(request.StartsWith("GET ", StringComparison.Ordinal) || request.StartsWith("HEAD ", StringComparison.Ordinal), request));
    }

    [AzuriteFact]
    public async Task WhileAStackIsLocked_ToolsThatIgnoreLocks_CannotWriteIt()
    {
        var container = await azurite.CreateContainerAsync();
        await container.Open().SaveAsync("one");
        await using var held = await container.Open().LockAsync(Stack, CancellationToken.None);

        var failure = await Assert.ThrowsAsync<global::Azure.RequestFailedException>(() => container.WriteAsync(Checkpoint, "two"));

        Assert.Equal(412, failure.Status);
    }

    [AzuriteFact]
    public async Task Cancel_RemovesEveryLock_AndTheHolderWritesNoMore()
    {
        var container = await azurite.CreateContainerAsync();
        var holder = container.Open();
        await holder.SaveAsync("one");
        await using var held = await holder.LockAsync(Stack, CancellationToken.None);
        await container.WriteAsync($"{Locks}3f0c.json", ForeignLock);

        Assert.Equal(2, await container.Open().RemoveLocksAsync(Stack, CancellationToken.None));

        Assert.Empty(await container.KeysAsync(Locks));
        await Assert.ThrowsAsync<BackendException>(() => holder.WriteCheckpointAsync(Stack, Bytes("two"), CancellationToken.None));
        Assert.True(held.Lost.IsCancellationRequested);
        Assert.Equal("one", await container.ReadAsync(Checkpoint));
        await container.Open().SaveAsync("three");
    }

    [AzuriteFact]
    public async Task Cancel_WithoutALock_RemovesNothing()
    {
        var backend = (await azurite.CreateContainerAsync()).Open();
        await backend.SaveAsync("one");

        Assert.Equal(0, await backend.RemoveLocksAsync(Stack, CancellationToken.None));
        Assert.Equal(0, await backend.RemoveLocksAsync(new StackReference("registry", "prod"), CancellationToken.None));
    }

    [AzuriteFact]
    public async Task ALeaseWithoutALock_IsHonouredAndCancelled()
    {
        var container = await azurite.CreateContainerAsync();
        await container.Open().SaveAsync("one");
        await container.Open(new ManualClock()).LockAsync(Stack, CancellationToken.None);
        await container.Client.DeleteBlobAsync(Assert.Single(await container.KeysAsync(Locks)));

        var failure = await Assert.ThrowsAsync<StackLockedException>(() => container.Open().LockAsync(Stack, CancellationToken.None));
        Assert.EndsWith($"{Checkpoint}: leased, by whom is not known", failure.Message, StringComparison.Ordinal);

        Assert.Equal(1, await container.Open().RemoveLocksAsync(Stack, CancellationToken.None));
        await container.Open().SaveAsync("two");
    }

    /// <summary>A process of this user that has ended.</summary>
    private static LockHolder GoneProcess()
    {
        var current = LockHolder.Current;
        var table = current.ProcessIdentity[..current.ProcessIdentity.LastIndexOf('/')];
        return current with { ProcessId = int.MaxValue, ProcessIdentity = $"{table}/1", UserName = "ann" };
    }
}
