using Provisioning.Cli;
using Provisioning.Crash.Tests.Harness;
using Provisioning.Engine.Journal;

namespace Provisioning.Crash.Tests;

/// <summary>The disk takes no more, or takes nothing at all.</summary>
public sealed class DiskTests
{
    /// <summary>
    /// No file may grow beyond so many kilobytes: a write beyond it fails, because the signal that comes with it is ignored.
    /// .NET's code needs a mapping of its own that is larger, unless it is told to do without.
    /// </summary>
    private static string LimitedTo(int kilobytes) => $"trap '' XFSZ; export DOTNET_EnableWriteXorExecute=0; ulimit -f {kilobytes}; exec \"$@\"";

    [Theory]
    [InlineData(8)]
    [InlineData(24)]
    public Task A_file_that_may_not_grow_stops_the_run_before_another_call_and_the_next_one_goes_on(int kilobytes) =>
        StopsAndGoesOnAsync(_ => LimitedTo(kilobytes), "too large");

    [SmallDiskTheory]
    [InlineData(32)]
    [InlineData(48)]
    public Task A_full_disk_stops_the_run_before_another_call_and_the_next_one_goes_on(int kilobytes) => StopsAndGoesOnAsync(
        project =>
        {
            Directory.CreateDirectory(project.PathOf(".pulumi"));
            return SmallDiskTheoryAttribute.Shell(project.PathOf(".pulumi"), kilobytes);
        },
        "No space left on device");

    [ReadOnlyFolderFact]
    public async Task A_folder_that_cannot_be_written_is_said_before_any_call()
    {
        await using var project = await CrashProject.StartAsync();
        Directory.CreateDirectory(project.PathOf(".pulumi"));
        var writes = project.Writes;

        var end = (await project.RunAsync(CrashProject.Up, shell: ReadOnlyFolderFactAttribute.Shell(project.PathOf(".pulumi")))).Ended(ExitCode.Error);

        Assert.Contains("error ACC6002", end.Output, StringComparison.Ordinal);
        Assert.Contains(".pulumi", end.Output, StringComparison.Ordinal);
        Assert.Equal(writes, project.Writes);
        (await project.RunHereAsync(CrashProject.Up)).Succeeded();
        Assert.Empty(project.Leftovers);
    }

    private static async Task StopsAndGoesOnAsync(Func<CrashProject, string> shell, string reason)
    {
        var rehearsal = await Rehearsal.Of();
        await using var project = await CrashProject.StartAsync();
        var phase = Phase.All[0];
        var trial = new Trial(project, phase, rehearsal.Parts[phase]);
        project.Declare(phase);

        var end = (await project.RunAsync(phase.Command, shell: shell(project))).Ended(ExitCode.Error);

        Assert.Contains("cannot be written, so no further change is made", end.Output, StringComparison.Ordinal);
        Assert.Contains(reason, end.Output, StringComparison.Ordinal);
        var begun = end.CountOf(DurabilityPoints.StepBegun);
        Assert.InRange(begun, 1, rehearsal.Parts[phase].End.CountOf(DurabilityPoints.StepBegun) - 1);
        Assert.True(project.Writes < await WritesOfAWholeRunAsync(), "The run went on as if nothing had happened.");
        await trial.RecoverAsync();
    }

    private static async Task<long> WritesOfAWholeRunAsync()
    {
        await using var project = await CrashProject.StartAsync();
        var before = project.Writes;
        (await project.RunHereAsync(CrashProject.Up)).Succeeded();
        return project.Writes - before;
    }
}
