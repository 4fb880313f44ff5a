using Provisioning.Cli;

namespace Provisioning.Crash.Tests.Harness;

/// <summary>Lets processes die in a part of a stack's life, and holds that one more run makes up for it.</summary>
/// <param name="project">The project; what the part before left is there.</param>
/// <param name="phase">The part.</param>
/// <param name="rehearsed">How it goes when nobody dies.</param>
internal sealed class Trial(CrashProject project, Phase phase, RehearsedPhase rehearsed)
{
    private readonly int _deletedBefore = project.World.DeletedApplications;

    /// <summary>Runs the command until it dies; it may also come to its end.</summary>
    public async Task<ChildEnd> DieAsync(Kill kill)
    {
        project.Declare(phase);
        var end = await project.RunAsync(phase.Command, kill);
        return end.WasKilled ? end : end.Succeeded();
    }

    /// <summary>Runs the command once more, which must do what is left and leave everything as if nobody had died.</summary>
    /// <param name="inProcess">Whether it runs in this process, which is quicker.</param>
    public async Task RecoverAsync(bool inProcess = true)
    {
        var end = inProcess ? await project.RunHereAsync(phase.Command) : await project.RunAsync(phase.Command);
        end.Succeeded();
        await HoldAsync(end);
    }

    /// <summary>Holds that everything is as if nobody had died.</summary>
    /// <param name="end">The last run, for messages.</param>
    public async Task HoldAsync(ChildEnd end)
    {
        AssertSame("cloud", rehearsed.World, project.World.Lines, end);
        AssertSame("state", rehearsed.State, project.State, end);
        Assert.Equal(rehearsed.DeletedApplications, project.World.DeletedApplications - _deletedBefore);
        Assert.Empty(project.PendingOperations);
        Assert.Empty(project.Leftovers);
        if (phase.Document is not null)
            (await project.RunHereAsync(["preview", "--expect-no-changes"])).Ended(ExitCode.Success);
    }

    private static void AssertSame(string what, IReadOnlyList<string> expected, IReadOnlyList<string> actual, ChildEnd end)
    {
        var missing = Except(expected, actual);
        var surplus = Except(actual, expected);
        Assert.True(
            missing.Count + surplus.Count == 0,
            $"The {what} is not as after a run in which nobody died.\nMissing:\n{string.Join('\n', missing)}\nToo much:\n{string.Join('\n', surplus)}\nThe last run wrote:\n{end.Output}");
    }

    /// <summary>What one list has more often than the other.</summary>
    private static List<string> Except(IReadOnlyList<string> from, IReadOnlyList<string> what)
    {
        var left = from.ToList();
        foreach (var line in what)
            left.Remove(line);
        return left;
    }
}
