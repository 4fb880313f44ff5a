using System.Text;
using Provisioning.Engine.Backends;
using Provisioning.Engine.Execution;
using Provisioning.Engine.Journal;
using Provisioning.Engine.State;

namespace Provisioning.Engine.Tests.Journal;

public sealed class OperationJournalTests : IDisposable
{
    private readonly JournalScenario scenario = new();

    public void Dispose() => scenario.Dispose();

    [Fact]
    public async Task ABegunOperation_IsPendingAfterACrash()
    {
        await using var journal = await scenario.OpenAsync();

        await journal.BeginAsync(JournalScenario.Creating("new"), CancellationToken.None);

        var snapshot = await scenario.RecoverAsync();
        Assert.NotNull(snapshot);
        Assert.Equal(JournalScenario.Creating("new").Resource.Inputs, Assert.Single(snapshot.PendingOperations).Resource.Inputs);
        Assert.Equal("kept", Assert.Single(snapshot.Resources).Urn.Name);
    }

    [Fact]
    public async Task AnEndedOperation_IsAppliedAfterACrash()
    {
        await using var journal = await scenario.OpenAsync();

        var begin = await journal.BeginAsync(JournalScenario.Creating("new"), CancellationToken.None);
        await journal.EndAsync(begin, StateChange.Added(JournalScenario.Resource("new", "2")), CancellationToken.None);
        await journal.EndAsync(null, StateChange.Removed(JournalScenario.Kept), CancellationToken.None);

        var snapshot = await scenario.RecoverAsync();
        Assert.NotNull(snapshot);
        Assert.Equal(("new", "2"), (Assert.Single(snapshot.Resources).Urn.Name, snapshot.Resources[0].Id));
        Assert.Empty(snapshot.PendingOperations);
    }

    [Fact]
    public async Task Recovery_GivesTheStateTheEngineHad()
    {
        var builder = new SnapshotBuilder(scenario.Base);
        await using var journal = await scenario.OpenAsync();
        var old = JournalScenario.Resource("moved", "3") with { Aliases = [JournalScenario.Resource("before", "3").Urn] };
        StateChange[] changes =
        [
            StateChange.Added(old),
            StateChange.InPlace(old, old with { Delete = true }),
            StateChange.Added(old with { Id = "4" }),
            StateChange.Registered(JournalScenario.Kept, JournalScenario.Kept with { Dependencies = [JournalScenario.Resource("before", "3").Urn] }),
            StateChange.Removed(old with { Delete = true }),
            StateChange.None,
        ];

        foreach (var change in changes)
        {
            var operation = JournalScenario.Creating("x");
            var begin = await journal.BeginAsync(operation, CancellationToken.None);
            builder.Begin(begin, operation);
            await journal.EndAsync(begin, change, CancellationToken.None);
            builder.End(begin, change);
        }

        var snapshot = await scenario.RecoverAsync();
        Assert.NotNull(snapshot);
        Assert.Equal(await scenario.WriteAsync(builder.Build(JournalScenario.Manifest())), await scenario.WriteAsync(snapshot));
    }

    [Fact]
    public async Task Secrets_AreNotInTheJournal()
    {
        await using var journal = await scenario.OpenAsync();

        await journal.BeginAsync(JournalScenario.Creating("new"), CancellationToken.None);

        Assert.DoesNotContain("password of", await ReadJournal(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutEntries_ThereIsNoFile()
    {
        await using var journal = await scenario.OpenAsync();

        Assert.False(File.Exists(scenario.JournalPath));
        Assert.Null(await scenario.RecoverAsync());
    }

    [Fact]
    public async Task Complete_WritesTheCheckpointAndRemovesTheJournal()
    {
        var journal = await scenario.OpenAsync();
        await journal.BeginAsync(JournalScenario.Creating("new"), CancellationToken.None);
        var final = scenario.Base with { Resources = [JournalScenario.Resource("final", "9")] };

        await journal.CompleteAsync(final, CancellationToken.None);
        await journal.DisposeAsync();

        Assert.False(File.Exists(scenario.JournalPath));
        Assert.Equal(await scenario.WriteAsync(final), scenario.Folder.Read(".pulumi/stacks/registry/dev.json"));
    }

    [Fact]
    public async Task ACrashBetweenCheckpointAndRemoval_LosesNothing()
    {
        await using var journal = await scenario.OpenAsync();
        await journal.BeginAsync(JournalScenario.Creating("new"), CancellationToken.None);

        await journal.CompleteAsync(scenario.Base with { Resources = [] }, CancellationToken.None);

        Assert.True(File.Exists(scenario.JournalPath));
        Assert.Null(await scenario.RecoverAsync());
    }

    [Fact]
    public async Task ACrashBetweenCommitAndCheckpoint_ReplaysTheJournal()
    {
        await using var journal = await scenario.OpenAsync();
        await journal.BeginAsync(JournalScenario.Creating("new"), CancellationToken.None);
        await journal.CompleteAsync(scenario.Base with { Resources = [] }, CancellationToken.None);

        await scenario.Backend.WriteCheckpointAsync(JournalScenario.Stack, scenario.Checkpoint, CancellationToken.None);

        Assert.Single((await scenario.RecoverAsync())?.PendingOperations ?? []);
    }

    [Fact]
    public async Task AStateThatBreaksARule_IsNotWrittenAndTheJournalStays()
    {
        await using var journal = await scenario.OpenAsync();
        await journal.BeginAsync(JournalScenario.Creating("new"), CancellationToken.None);

        await Assert.ThrowsAsync<StateException>(
            () => journal.CompleteAsync(scenario.Base with { Resources = [JournalScenario.Kept, JournalScenario.Kept] }, CancellationToken.None).AsTask());

        Assert.Equal(Encoding.UTF8.GetString(scenario.Checkpoint.Span), scenario.Folder.Read(".pulumi/stacks/registry/dev.json"));
        Assert.NotNull(await scenario.RecoverAsync());
    }

    [Fact]
    public async Task AChangedCheckpoint_DoesNotGetTheJournalApplied()
    {
        await using var journal = await scenario.OpenAsync();
        await journal.BeginAsync(JournalScenario.Creating("new"), CancellationToken.None);
        await scenario.Backend.WriteCheckpointAsync(JournalScenario.Stack, "{}"u8.ToArray(), CancellationToken.None);

        var failure = await Assert.ThrowsAsync<StateException>(scenario.RecoverAsync);

        Assert.Equal(StateErrorCode.JournalDiverged, failure.Code);
        Assert.Contains(scenario.JournalPath, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ConcurrentEntries_ShareFlushes()
    {
        await using var journal = await scenario.OpenAsync();

        var numbers = await Task.WhenAll(Enumerable.Range(0, 200).Select(index => journal.BeginAsync(JournalScenario.Creating($"r{index}"), CancellationToken.None).AsTask()));

        Assert.Equal(200, numbers.Distinct().Count());
        var lines = (await ReadJournal()).TrimEnd('\n').Split('\n');
        Assert.Equal(201, lines.Length);
        Assert.True(lines.Select(line => line.Split(' ')[1]).Distinct().Count() < 20, "200 entries took a flush each.");
        Assert.Equal(200, (await scenario.RecoverAsync())?.PendingOperations.Length);
    }

    [Fact]
    public async Task Entries_AreInTheOrderOfTheirCalls()
    {
        await using var journal = await scenario.OpenAsync();

        var ends = Enumerable.Range(0, 50)
            .Select(index => journal.EndAsync(null, StateChange.Added(JournalScenario.Resource($"r{index:d2}", "1")), CancellationToken.None).AsTask())
            .ToList();
        await Task.WhenAll(ends);

        var names = (await scenario.RecoverAsync())?.Resources.Select(resource => resource.Urn.Name).Where(name => name != "kept");
        Assert.Equal(Enumerable.Range(0, 50).Select(index => $"r{index:d2}"), names);
    }

    [Fact]
    public async Task AJournalInTheWay_StopsTheOperationBeforeItsFirstCall()
    {
        await using var journal = await scenario.OpenAsync();
        scenario.Folder.Write(".pulumi/stacks/registry/dev.journal", "of another run");

        var first = await Assert.ThrowsAsync<BackendException>(() => journal.BeginAsync(JournalScenario.Creating("a"), CancellationToken.None).AsTask());
        var second = await Assert.ThrowsAsync<BackendException>(() => journal.BeginAsync(JournalScenario.Creating("b"), CancellationToken.None).AsTask());

        Assert.Same(first, second);
        Assert.Equal("of another run", await ReadJournal());
    }

    [Fact]
    public async Task ASecretThatCannotBeEncrypted_FailsOnlyItsEntry()
    {
        await scenario.OpenAsync();
        await using var journal = new OperationJournal(scenario.Backend, JournalScenario.Stack, new CheckpointSerializer(null), JournalHeader.DigestOf(scenario.Checkpoint.Span));

        var failing = journal.BeginAsync(JournalScenario.Creating("secret"), CancellationToken.None).AsTask();
        await journal.EndAsync(null, StateChange.Removed(JournalScenario.Kept), CancellationToken.None);

        Assert.Equal(StateErrorCode.NoSecretsManager, (await Assert.ThrowsAsync<StateException>(() => failing)).Code);
        Assert.Empty((await scenario.RecoverAsync())?.Resources ?? [JournalScenario.Kept]);
    }

    private async Task<string> ReadJournal()
    {
        var stream = new FileStream(scenario.JournalPath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        await using (stream)
        using (var reader = new StreamReader(stream))
            return await reader.ReadToEndAsync();
    }
}
