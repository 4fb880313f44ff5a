using Provisioning.Crash.Tests.Harness;
namespace Provisioning.Crash.Tests;
public sealed class SmokeTests
{
    [Fact]
    public async Task Smoke()
    {
        await using var project = await CrashProject.StartAsync();
        var watch = System.Diagnostics.Stopwatch.StartNew();
        File.WriteAllText("/tmp/m/w0", string.Join("\n", project.World.Lines));
        foreach (var i in new[] { 1, 2 })
        {
            project.Declare("first");
            var end = (await project.RunAsync(CrashProject.Up)).Succeeded();
            Console.WriteLine($"up {watch.Elapsed} {string.Join(" ", end.Points.CountBy(p => p))}"); watch.Restart();
            File.WriteAllText($"/tmp/m/w1-{i}", string.Join("\n", project.World.Lines)); File.WriteAllText($"/tmp/m/s1-{i}", string.Join("\n", project.State));
            (await project.RunHereAsync(["preview", "--expect-no-changes"])).Succeeded();
            Console.WriteLine($"preview {watch.Elapsed}"); watch.Restart();
            project.Declare("second");
            end = (await project.RunAsync(CrashProject.Up)).Succeeded();
            File.WriteAllText("/tmp/m/out2", end.Output);
            Console.WriteLine($"up2 {watch.Elapsed} {string.Join(" ", end.Points.CountBy(p => p))}"); watch.Restart();
            File.WriteAllText($"/tmp/m/w2-{i}", string.Join("\n", project.World.Lines)); File.WriteAllText($"/tmp/m/s2-{i}", string.Join("\n", project.State));
            end = (await project.RunAsync(CrashProject.Destroy)).Succeeded();
            Console.WriteLine($"destroy {watch.Elapsed} {string.Join(" ", end.Points.CountBy(p => p))}"); watch.Restart();
            File.WriteAllText($"/tmp/m/w3-{i}", string.Join("\n", project.World.Lines)); File.WriteAllText($"/tmp/m/s3-{i}", string.Join("\n", project.State));
            Console.WriteLine(string.Join(" ", project.Leftovers) + project.World.DeletedApplications);
        }
    }
}
