using Provisioning.Backends.Azure.Blobs;
using Provisioning.Backends.Azure.Tests.Harness;
using Provisioning.Engine.Backends;
using Provisioning.Sandbox.Tests;
using static Provisioning.Backends.Azure.Tests.Harness.Contents;

namespace Provisioning.Backends.Azure.Tests.Blobs;

[Collection(AzuriteCollection.Name)]
public sealed class LostLeaseTests(Azurite azurite)
{
    private static readonly TimeSpan Renewal = TimeSpan.FromSeconds(20);

    private readonly ManualClock clock = new();
    private readonly Wire wire = new();

    [AzuriteFact]
    public async Task ALease_IsRenewedUntilItIsGivenBack()
    {
        var (_, backend) = await OpenAsync();
        var held = await backend.LockAsync(Stack, CancellationToken.None);

        for (var renewals = 1; renewals <= 6; renewals++)
            await RenewAsync(held);

        Assert.Equal(6, wire.Requests.Count(request => request.EndsWith(" renew", StringComparison.Ordinal)));
        Assert.False(held.Lost.IsCancellationRequested);
        await backend.WriteCheckpointAsync(Stack, Bytes("two"), CancellationToken.None);
        await held.DisposeAsync();
        var before = wire.Requests.Count;
        clock.Advance(Renewal);
        Assert.Equal(before, wire.Requests.Count);
    }

    [AzuriteFact]
    public async Task ALeaseThatSomebodyBroke_IsLostAtTheNextRenewal()
    {
        var (container, backend) = await OpenAsync();
        await using var held = await backend.LockAsync(Stack, CancellationToken.None);
        await container.EndLeaseAsync(Checkpoint);

        clock.Advance(Renewal);

        await held.Lost.CancelledAsync();
        await AssertRefusesAllAsync(backend);
    }

    [AzuriteFact]
    public async Task ALeaseOfARemovedCheckpoint_IsLostAtTheNextRenewal()
    {
        var (container, backend) = await OpenAsync();
        await using var held = await backend.LockAsync(Stack, CancellationToken.None);
        await container.EndLeaseAsync(Checkpoint);
        await container.Client.DeleteBlobAsync(Checkpoint);

        clock.Advance(Renewal);

        await held.Lost.CancelledAsync();
    }

    [AzuriteFact]
    public async Task ALeaseThatCannotBeRenewedForItsTerm_IsLost()
    {
        var (_, backend) = await OpenAsync();
        await using var held = await backend.LockAsync(Stack, CancellationToken.None);
        wire.Before = request => request.EndsWith(" renew", StringComparison.Ordinal) ? throw new IOException("The network is down.") : Task.CompletedTask;

        await RenewAsync(held);
        await RenewAsync(held);
        Assert.False(held.Lost.IsCancellationRequested);
        clock.Advance(Renewal);

        await held.Lost.CancelledAsync();
        await AssertRefusesAllAsync(backend);
    }

    [AzuriteFact]
    public async Task AProcessThatSleptForTheTerm_WritesNothing_EvenBeforeItsTimersRing()
    {
        var (_, backend) = await OpenAsync(new SleepyClock(clock));
        await backend.LockAsync(Stack, CancellationToken.None);

        clock.Advance(TimeSpan.FromSeconds(61));

        await AssertRefusesAllAsync(backend);
    }

    [AzuriteFact]
    public async Task AFailedRenewal_IsMadeGoodByTheNext()
    {
        var (_, backend) = await OpenAsync();
        await using var held = await backend.LockAsync(Stack, CancellationToken.None);
        wire.Before = request => request.EndsWith(" renew", StringComparison.Ordinal) ? throw new IOException("The network is down.") : Task.CompletedTask;
        await RenewAsync(held);
        wire.Before = _ => Task.CompletedTask;

        await RenewAsync(held);
        await RenewAsync(held);
        await RenewAsync(held);

        Assert.False(held.Lost.IsCancellationRequested);
    }

    [AzuriteFact]
    public async Task ALossThatIsNotYetKnown_StopsTheWriteAtTheService()
    {
        var (container, backend) = await OpenAsync();
        await using var held = await backend.LockAsync(Stack, CancellationToken.None);
        await container.EndLeaseAsync(Checkpoint);
        await using var other = await container.Open().LockAsync(Stack, CancellationToken.None);

        await Assert.ThrowsAsync<BackendException>(() => backend.WriteCheckpointAsync(Stack, Bytes("two"), CancellationToken.None));

        Assert.True(held.Lost.IsCancellationRequested);
        Assert.Equal("one", await container.ReadAsync(Checkpoint));
        await AssertRefusesAllAsync(backend);
    }

    [AzuriteTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AnotherVersionOfTheCheckpoint_IsNotOverwritten_EvenWithTheLease(bool isRead)
    {
        var (container, backend) = await OpenAsync();
        await using var held = await backend.LockAsync(Stack, CancellationToken.None);
        if (isRead)
            Assert.Equal("one", await backend.LoadAsync());
        await container.WriteAsync(Checkpoint, "somebody else's", Path.GetFileNameWithoutExtension(Assert.Single(await container.KeysAsync(Locks))));

        var failure = await Assert.ThrowsAsync<BackendException>(() => backend.WriteCheckpointAsync(Stack, Bytes("two"), CancellationToken.None));

        Assert.Contains("no longer the writer", failure.Message, StringComparison.Ordinal);
        Assert.Equal("somebody else's", await container.ReadAsync(Checkpoint));
        Assert.True(held.Lost.IsCancellationRequested);
    }

    [AzuriteFact]
    public async Task WhatWasReadBeforeTheLock_CannotBeOverwrittenByChance()
    {
        var (container, backend) = await OpenAsync();
        Assert.Equal("one", await backend.LoadAsync());
        await container.Open().SaveAsync("two");

        await backend.SaveAsync("three");

        Assert.Equal("two", await container.ReadAsync($"{Checkpoint}.bak"));
    }

    [AzuriteFact]
    public async Task AStackThatWasLost_CanBeLockedAgain()
    {
        var (container, backend) = await OpenAsync();
        await using (var held = await backend.LockAsync(Stack, CancellationToken.None))
        {
            await container.EndLeaseAsync(Checkpoint);
            clock.Advance(Renewal);
            await held.Lost.CancelledAsync();
        }

        await Assert.ThrowsAsync<BackendException>(() => backend.WriteCheckpointAsync(Stack, Bytes("two"), CancellationToken.None));
        await backend.SaveAsync("three");

        Assert.Equal("three", await container.ReadAsync(Checkpoint));
    }

    [AzuriteFact]
    public async Task AWriteWhoseAnswerWasLost_IsNotTakenForAConflict()
    {
        var (container, backend) = await OpenAsync();
        await using var held = await backend.LockAsync(Stack, CancellationToken.None);
        wire.LoseAnswer(request => request.StartsWith("PUT", StringComparison.Ordinal) && request.EndsWith("dev.json", StringComparison.Ordinal));

        await backend.WriteCheckpointAsync(Stack, Bytes("two"), CancellationToken.None);
        await backend.WriteCheckpointAsync(Stack, Bytes("three"), CancellationToken.None);

        Assert.Equal("three", await container.ReadAsync(Checkpoint));
        Assert.Equal("two", await container.ReadAsync($"{Checkpoint}.bak"));
    }

    [AzuriteFact]
    public async Task ACreationWhoseAnswerWasLost_IsNotTakenForAConflict()
    {
        var container = await azurite.CreateContainerAsync();
        var backend = container.Open(clock, wire: wire);
        wire.LoseAnswer(request => request.StartsWith("PUT", StringComparison.Ordinal) && request.EndsWith("dev.json", StringComparison.Ordinal));

        await backend.SaveAsync("one");

        Assert.Equal("one", await container.ReadAsync(Checkpoint));
    }

    [AzuriteFact]
    public async Task TwoCreationsOfTheSameContent_DoNotBothSucceed()
    {
        var container = await azurite.CreateContainerAsync();
        var slow = container.Open();
        await slow.LockAsync(Stack, CancellationToken.None);
        clock.Advance(TimeSpan.FromSeconds(61));
        await container.Open(clock).SaveAsync("the same");

        await Assert.ThrowsAsync<BackendException>(() => slow.WriteCheckpointAsync(Stack, Bytes("the same"), CancellationToken.None));
    }

    private async Task<(TestContainer Container, IStateBackend Backend)> OpenAsync(TimeProvider? time = null)
    {
        var container = await azurite.CreateContainerAsync();
        await container.Open().SaveAsync("one");
        return (container, container.Open(time ?? clock, wire: wire));
    }

    private async Task RenewAsync(IStackLock held)
    {
        clock.Advance(Renewal);
        await ((StackWriter)held).Lease.Renewing;
    }

    /// <summary>Nothing that writes sends anything.</summary>
    private async Task AssertRefusesAllAsync(IStateBackend backend)
    {
        var before = wire.Requests.Count;
        await using var journal = backend.JournalOf(Stack);
        foreach (var write in new Func<Task>[]
        {
            () => backend.WriteCheckpointAsync(Stack, Bytes("two"), CancellationToken.None),
            () => backend.AppendHistoryAsync(Stack, Update(), CancellationToken.None),
            () => backend.RemoveStackAsync(Stack, CancellationToken.None),
            () => journal.AppendAsync(Bytes("line\n"), CancellationToken.None),
            () => journal.ContinueAsync(0, CancellationToken.None),
            () => journal.RemoveAsync(CancellationToken.None),
        })
        {
            var failure = await Assert.ThrowsAsync<BackendException>(write);
            Assert.Contains("no longer the writer", failure.Message, StringComparison.Ordinal);
        }

        Assert.Equal(before, wire.Requests.Count);
    }

    /// <summary>A clock whose timers never ring.</summary>
    private sealed class SleepyClock(TimeProvider inner) : TimeProvider
    {
        public override long TimestampFrequency => inner.TimestampFrequency;

        public override DateTimeOffset GetUtcNow() => inner.GetUtcNow();

        public override long GetTimestamp() => inner.GetTimestamp();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => System.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, period);
    }
}
