using Provisioning.Engine.Backends;

namespace Provisioning.Engine.Tests.Backends;

public sealed class FileLockTests : IDisposable
{
    private const string Locks = ".pulumi/locks/organization/registry/dev";

    private static readonly StackReference Stack = new("registry", "dev");

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task ALock_IsAFileInPulumisForm()
    {
        await using var held = await Backend(7).LockAsync(Stack, CancellationToken.None);

        var file = Assert.Single(folder.Files(), file => file.StartsWith(Locks, StringComparison.Ordinal));
        Assert.True(Guid.TryParse(Path.GetFileNameWithoutExtension(file), out _));
        Assert.Equal("""{"pid":7,"username":"ann","hostname":"box","timestamp":"2026-08-21T10:00:00+02:00"}""", folder.Read(file));
    }

    [Fact]
    public async Task ADisposedLock_LeavesNothing()
    {
        await (await Backend(7).LockAsync(Stack, CancellationToken.None)).DisposeAsync();

        Assert.Equal([".pulumi/meta.yaml"], folder.Files());
    }

    [Fact]
    public async Task AForeignLock_IsHonouredAndDescribed()
    {
        folder.Write($"{Locks}/3f0c.json", """{"pid":4711,"username":"bob","hostname":"other","timestamp":"2026-08-21T09:00:00.123456789Z"}""");

        var failure = await Assert.ThrowsAsync<StackLockedException>(() => Backend(7).LockAsync(Stack, CancellationToken.None));

        Assert.StartsWith("The stack 'dev' is currently locked by 1 lock(s)", failure.Message, StringComparison.Ordinal);
        Assert.Contains("'cancel'", failure.Message, StringComparison.Ordinal);
        Assert.EndsWith($"/{Locks}/3f0c.json: created by bob@other (pid 4711) at 2026-08-21T09:00:00.123456789Z", failure.Message, StringComparison.Ordinal);
        Assert.Single(folder.Files(), file => file.StartsWith(Locks, StringComparison.Ordinal));
    }

    [Fact]
    public async Task ALockWhoseProcessHasEnded_IsTakenOver()
    {
        await Backend(int.MaxValue, GoneProcess()).LockAsync(Stack, CancellationToken.None);

        await using var held = await Backend(2).LockAsync(Stack, CancellationToken.None);

        Assert.Contains("\"pid\":2", folder.Read(Assert.Single(folder.Files(), file => file.StartsWith(Locks, StringComparison.Ordinal))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ALockWhoseProcessRuns_IsNotTakenOver()
    {
        await using var held = await Backend(Environment.ProcessId, ProcessIdentity.Current).LockAsync(Stack, CancellationToken.None);

        await Assert.ThrowsAsync<StackLockedException>(() => Backend(2).LockAsync(Stack, CancellationToken.None));
    }

    [Theory]
    [InlineData("")]
    [InlineData("another boot/pid:[1]/1")]
    public async Task ALockFromElsewhere_IsNotTakenOver(string identity)
    {
        await using var held = await Backend(int.MaxValue, identity).LockAsync(Stack, CancellationToken.None);

        await Assert.ThrowsAsync<StackLockedException>(() => Backend(2).LockAsync(Stack, CancellationToken.None));
    }

    [Fact]
    public void ThisProcess_HasNotEnded() => Assert.False(ProcessIdentity.HasEnded(ProcessIdentity.Current, Environment.ProcessId));

    [Fact]
    public async Task ALockThatCannotBeUnderstood_IsStillALock()
    {
        folder.Write($"{Locks}/3f0c.json", "{");

        var failure = await Assert.ThrowsAsync<StackLockedException>(() => Backend(7).LockAsync(Stack, CancellationToken.None));

        Assert.Contains("not in a known form", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AttributesOfALock_AreNoLock()
    {
        folder.Write($"{Locks}/3f0c.json.attrs", "{}");

        await using var held = await Backend(7).LockAsync(Stack, CancellationToken.None);
    }

    [Fact]
    public async Task OtherStacks_AreNotLocked()
    {
        await using var held = await Backend(7).LockAsync(Stack, CancellationToken.None);
        await using var other = await Backend(8).LockAsync(Stack with { Stack = "prod" }, CancellationToken.None);

        Assert.Equal(2, folder.Files().Count(file => file.StartsWith(".pulumi/locks/", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Cancel_RemovesAllLocksOfTheStack()
    {
        folder.Write($"{Locks}/a.json", "{}");
        folder.Write($"{Locks}/b.json", "{}");

        Assert.Equal(2, await Backend(7).RemoveLocksAsync(Stack, CancellationToken.None));
        await using var held = await Backend(7).LockAsync(Stack, CancellationToken.None);
    }

    [Fact]
    public async Task OfManyRacers_AtMostOneWins()
    {
        for (var round = 0; round < 20; round++)
        {
            using var start = new ManualResetEventSlim();
            var racers = Enumerable.Range(0, 4).Select(pid => Task.Run(async () =>
            {
                start.Wait();
                try
                {
                    return await Backend(pid).LockAsync(Stack, CancellationToken.None);
                }
                catch (StackLockedException)
                {
                    return null;
                }
            })).ToArray();

            start.Set();
            var winners = (await Task.WhenAll(racers)).OfType<IStackLock>().ToList();

            Assert.True(winners.Count <= 1, $"Round {round} has {winners.Count} winners.");
            foreach (var winner in winners)
                await winner.DisposeAsync();
            Assert.Empty(Directory.GetFiles(folder.At(Locks)));
        }
    }

    /// <summary>The identity of a process of this machine; there is none with the greatest id.</summary>
    private static string GoneProcess() => ProcessIdentity.Current;

    private FileBackend Backend(int pid, string identity = "") =>
        new(folder.Path, "file://test", new StoreOptions(), new LockHolder(pid, "ann", "box", identity), new FakeClock());
}
