using System.Text.Json;
using Provisioning.Cli;
using Provisioning.Crash.Tests.Harness;
using Provisioning.Engine.Journal;

namespace Provisioning.Crash.Tests;

/// <summary>Files that a crash of the machine, or somebody else, has cut or damaged.</summary>
public sealed class DamagedFileTests : IAsyncLifetime
{
    private CrashProject _project = null!;

    /// <summary>A run that changes the stack has died in its middle.</summary>
    public async Task InitializeAsync()
    {
        _project = await CrashProject.StartAsync();
        (await _project.RunHereAsync(CrashProject.Up)).Succeeded();
        _project.Declare("second");
        Assert.True((await _project.RunAsync(CrashProject.Up, new Kill(DurabilityPoints.StepEnded, 30))).WasKilled);
    }

    public async Task DisposeAsync() => await _project.DisposeAsync();

    [Fact]
    public async Task A_journal_that_ends_anywhere_is_read_up_to_its_last_whole_record()
    {
        var journal = await File.ReadAllBytesAsync(_project.JournalFile);
        var whole = (await ExportAsync()).Succeeded().Output;
        var exports = new HashSet<string>();
        foreach (var length in CutsOf(journal).Where(length => length >= 0 && length <= journal.Length))
        {
            await File.WriteAllBytesAsync(_project.JournalFile, journal[..length]);
            exports.Add((await ExportAsync()).Succeeded().Output);
        }

        Assert.Contains(whole, exports);
        Assert.InRange(exports.Count, 10, int.MaxValue);
    }

    [Fact]
    public async Task A_journal_that_ends_within_its_last_flush_costs_nothing()
    {
        var rehearsal = await Rehearsal.Of();
        var phase = Phase.All[1];
        var journal = await File.ReadAllBytesAsync(_project.JournalFile);
        await File.WriteAllBytesAsync(_project.JournalFile, journal[..^1]);

        var end = (await _project.RunHereAsync(phase.Command)).Succeeded();

        await new Trial(_project, phase, rehearsal.Parts[phase] with { DeletedApplications = 0 }).HoldAsync(end);
    }

    [Fact]
    public async Task A_journal_that_was_damaged_before_its_end_is_refused_and_nothing_is_touched()
    {
        var journal = await File.ReadAllBytesAsync(_project.JournalFile);
        var (state, writes) = (await File.ReadAllBytesAsync(_project.StateFile), _project.Writes);
        var ends = EndsOf(journal).ToList();
        foreach (var place in new[] { ends[0] / 2, ends[2] + 25, ends[ends.Count / 2] - 3, ends[ends.Count / 2] + 5 })
        {
            var damaged = journal.ToArray();
            damaged[place] ^= 0x20;
            await File.WriteAllBytesAsync(_project.JournalFile, damaged);

            var end = (await _project.RunHereAsync(CrashProject.Up)).Ended(ExitCode.Error);

            Assert.Contains("error ACC6005: The journal", end.Output, StringComparison.Ordinal);
            Assert.Contains("run 'refresh'", end.Output, StringComparison.Ordinal);
            Assert.Equal(damaged, await File.ReadAllBytesAsync(_project.JournalFile));
        }

        Assert.Equal(state, await File.ReadAllBytesAsync(_project.StateFile));
        Assert.Equal(writes, _project.Writes);
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.5)]
    [InlineData(0.99)]
    public async Task A_checkpoint_that_was_cut_is_refused_with_the_backups_named(double share)
    {
        var state = await File.ReadAllBytesAsync(_project.StateFile);
        var cut = state[..(int)(state.Length * share)];
        var (journal, writes) = (await File.ReadAllBytesAsync(_project.JournalFile), _project.Writes);
        await File.WriteAllBytesAsync(_project.StateFile, cut);

        foreach (var command in new[] { CrashProject.Up, CrashProject.Destroy, ["preview"] })
        {
            var end = (await _project.RunHereAsync(command)).Ended(ExitCode.Error);

            Assert.Contains("error ACC6005", end.Output, StringComparison.Ordinal);
            Assert.Contains(".bak", end.Output, StringComparison.Ordinal);
            Assert.Contains(".pulumi/backups", end.Output, StringComparison.Ordinal);
        }

        Assert.Equal(cut, await File.ReadAllBytesAsync(_project.StateFile));
        Assert.Equal(journal, await File.ReadAllBytesAsync(_project.JournalFile));
        Assert.Equal(writes, _project.Writes);
    }

    /// <summary>What <c>stack export</c> prints: the state with the journal applied.</summary>
    private async Task<ChildEnd> ExportAsync()
    {
        var end = await _project.RunHereAsync(["stack", "export"]);
        if (end.Code == 0)
            JsonElement.Parse(end.Output);
        return end with { Output = end.Code == 0 ? new StableText(new Dictionary<string, string>()).Of(JsonElement.Parse(end.Output)) : end.Output };
    }

    /// <summary>Every end of a record, and some bytes before and behind it.</summary>
    private static IEnumerable<int> CutsOf(byte[] journal) => EndsOf(journal).Prepend(0).SelectMany(end => new[] { end - 9, end - 1, end, end + 1, end + 20 });

    private static IEnumerable<int> EndsOf(byte[] journal) =>
        Enumerable.Range(0, journal.Length).Where(place => journal[place] == (byte)'\n').Select(place => place + 1);
}
