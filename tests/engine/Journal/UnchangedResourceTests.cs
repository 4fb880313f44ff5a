using System.Buffers;
using System.Text;
using Provisioning.Engine.Execution;
using Provisioning.Engine.Journal;
using Provisioning.Engine.State;

namespace Provisioning.Engine.Tests.Journal;

/// <summary>A resource that is recorded as it was takes a short record, and is found again in the state when the journal is replayed.</summary>
public sealed class UnchangedResourceTests : IDisposable
{
    private static readonly ResourceState Second = JournalScenario.Resource("second", "2");

    private readonly JournalScenario scenario = new() { Base = new(JournalScenario.Manifest(), [JournalScenario.Kept, Second], []) };

    public void Dispose() => scenario.Dispose();

    [Fact]
    public async Task An_unchanged_resource_is_named_and_not_repeated()
    {
        await using var journal = await scenario.OpenAsync();

        await Recorder(journal).RecordAsync(StateChange.Registered(JournalScenario.Kept, SameAs(JournalScenario.Kept)));

        Assert.Equal(
            $$"""{"end":null,"before":{"urn":"{{JournalScenario.Kept.Urn}}","id":"1","delete":false},"unchanged":true,"keepsPlace":false}""",
            Assert.Single(await RecordsAsync()));
    }

    [Fact]
    public async Task A_resource_that_changes_in_anything_is_written_in_full()
    {
        await using var journal = await scenario.OpenAsync();

        await Recorder(journal).RecordAsync(StateChange.Registered(JournalScenario.Kept, SameAs(JournalScenario.Kept) with { Aliases = [Second.Urn] }));

        Assert.Contains("\"after\":{", Assert.Single(await RecordsAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_state_says_by_now_counts_and_not_what_a_step_takes_for_it()
    {
        await using var journal = await scenario.OpenAsync();
        var recorder = Recorder(journal);
        await recorder.RecordAsync(StateChange.InPlace(JournalScenario.Kept, JournalScenario.Kept with { Protect = true }));

        await recorder.RecordAsync(StateChange.Registered(JournalScenario.Kept, SameAs(JournalScenario.Kept)));

        Assert.DoesNotContain("unchanged", string.Join('\n', await RecordsAsync()), StringComparison.Ordinal);
        await AssertReplayGivesStateOf(recorder);
    }

    [Fact]
    public async Task New_resources_keep_behind_the_unchanged_ones_that_they_depend_on()
    {
        await using var journal = await scenario.OpenAsync();
        var recorder = Recorder(journal);
        await recorder.RecordAsync(StateChange.Registered(Second, SameAs(Second)));
        await recorder.RecordAsync(StateChange.Added(JournalScenario.Resource("new", "3") with { Dependencies = [Second.Urn] }));

        await recorder.RecordAsync(StateChange.Registered(JournalScenario.Kept, SameAs(JournalScenario.Kept)));

        Assert.Equal(["second", "new", "kept"], (await scenario.RecoverAsync())?.Resources.Select(resource => resource.Urn.Name));
        await AssertReplayGivesStateOf(recorder);
    }

    [Fact]
    public async Task A_resource_of_this_run_may_be_unchanged_too()
    {
        await using var journal = await scenario.OpenAsync();
        var recorder = Recorder(journal);
        var changed = JournalScenario.Kept with { Protect = true };
        await recorder.RecordAsync(StateChange.Registered(JournalScenario.Kept, changed));

        await recorder.RecordAsync(StateChange.InPlace(changed, SameAs(changed)));

        Assert.Contains("\"unchanged\":true,\"keepsPlace\":true", (await RecordsAsync())[^1], StringComparison.Ordinal);
        await AssertReplayGivesStateOf(recorder);
    }

    [Fact]
    public async Task A_resource_that_the_state_does_not_have_is_not_called_unchanged()
    {
        await using var journal = await scenario.OpenAsync();
        var stranger = JournalScenario.Resource("stranger", "9");

        await Recorder(journal).RecordAsync(StateChange.Registered(stranger, SameAs(stranger)));

        Assert.DoesNotContain("unchanged", Assert.Single(await RecordsAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unchanged_resource_needs_no_key_for_its_secrets()
    {
        await scenario.OpenAsync();
        await using var journal = new OperationJournal(scenario.Backend, JournalScenario.Stack, new CheckpointSerializer(null), JournalHeader.DigestOf(scenario.Checkpoint.Span));

        await Recorder(journal).RecordAsync(StateChange.Registered(JournalScenario.Kept, SameAs(JournalScenario.Kept)));

        Assert.Single(await RecordsAsync());
    }

    [Theory]
    [InlineData("""{"end":null,"before":{"urn":"urn:pulumi:dev::registry::a:b:C::gone","id":"1","delete":false},"unchanged":true,"keepsPlace":false}""", StateErrorCode.JournalDamaged)]
    [InlineData("""{"end":null,"before":{"urn":"urn:pulumi:dev::registry::a:b:C::kept","id":"8","delete":false},"unchanged":true,"keepsPlace":false}""", StateErrorCode.JournalDamaged)]
    [InlineData("""{"end":null,"unchanged":true,"keepsPlace":false}""", StateErrorCode.Unreadable)]
    public async Task An_unchanged_resource_that_is_not_in_the_state_is_refused(string record, StateErrorCode code)
    {
        await scenario.OpenAsync();
        var content = new ArrayBufferWriter<byte>();
        new JournalLine(0, 0, JournalRecordWriter.Write(new JournalHeader(JournalScenario.Stack.FullName, JournalHeader.DigestOf(scenario.Checkpoint.Span)))).WriteTo(content);
        new JournalLine(1, 0, Encoding.UTF8.GetBytes(record)).WriteTo(content);
        await File.WriteAllBytesAsync(scenario.JournalPath, content.WrittenMemory);

        var failure = await Assert.ThrowsAsync<StateException>(scenario.RecoverAsync);

        Assert.Equal(code, failure.Code);
        Assert.Contains($"{scenario.JournalPath}, record 1", failure.Message, StringComparison.Ordinal);
    }

    /// <summary>A resource that says the same and shares nothing, as a program gives it in another run.</summary>
    private static ResourceState SameAs(ResourceState resource) => JournalScenario.Resource(resource.Urn.Name, resource.Id) with { Protect = resource.Protect };

    private StateRecorder Recorder(IJournal journal) => new(scenario.Base, journal);

    private async Task AssertReplayGivesStateOf(StateRecorder recorder)
    {
        var snapshot = await scenario.RecoverAsync();
        Assert.NotNull(snapshot);
        Assert.Equal(await scenario.WriteAsync(recorder.Build(JournalScenario.Manifest())), await scenario.WriteAsync(snapshot));
    }

    /// <summary>The JSON of the records after the header.</summary>
    private async Task<IReadOnlyList<string>> RecordsAsync()
    {
        await using var journal = scenario.Backend.JournalOf(JournalScenario.Stack);
        var content = Encoding.UTF8.GetString(await journal.ReadAsync(CancellationToken.None) ?? []);
        return [.. content.TrimEnd('\n').Split('\n').Skip(1).Select(line => line.Split(' ', 4)[3])];
    }
}
