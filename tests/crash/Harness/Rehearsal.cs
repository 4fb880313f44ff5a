namespace Provisioning.Crash.Tests.Harness;

/// <summary>How the parts go when nobody dies: what they leave, and which points they pass how often.</summary>
/// <param name="Parts">What each part comes to.</param>
internal sealed record Rehearsal(IReadOnlyDictionary<Phase, RehearsedPhase> Parts)
{
    private static readonly Lazy<Task<Rehearsal>> Once = new(RunAsync);

    /// <summary>The one rehearsal of this test run.</summary>
    public static Task<Rehearsal> Of() => Once.Value;

    private static async Task<Rehearsal> RunAsync()
    {
        await using var project = await CrashProject.StartAsync();
        var parts = new Dictionary<Phase, RehearsedPhase>();
        foreach (var phase in Phase.All)
        {
            project.Declare(phase);
            var deleted = project.World.DeletedApplications;
            var end = (await project.RunAsync(phase.Command)).Succeeded();
            Assert.Empty(project.Leftovers);
            parts[phase] = new RehearsedPhase(project.World.Lines, project.State, end, project.World.DeletedApplications - deleted);
        }

        return new Rehearsal(parts);
    }
}
