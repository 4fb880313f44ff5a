using Provisioning.Cli;
using Provisioning.EndToEnd.Tests.Harness;

namespace Provisioning.EndToEnd.Tests;

public sealed class StateTests
{
    private const string Lock = """{"pid":4711,"username":"ada","hostname":"build-7","timestamp":"2026-01-31T08:15:00Z"}""";

    private const string CutOff = """{"version":3,"checkpoint":{"stack":"organization/provisioning/local","latest":{"resources":[{"urn":"urn:pulumi:lo""";

    /// <summary>What an engine wrote that knows members, spells numbers and leaves lists empty as this one does not.</summary>
    private const string Foreign = """
        {
            "version": 3,
            "deployment": {
                "manifest": {
                    "time": "2027-03-01T10:00:00.5+01:00",
                    "magic": "",
                    "version": ""
                },
                "resources": [
                    {
                        "urn": "urn:pulumi:local::provisioning::pulumi:pulumi:Stack::provisioning-local",
                        "custom": false,
                        "type": "pulumi:pulumi:Stack",
                        "costCenter": 4711,
                        "outputs": {
                            "exact": 1.0,
                            "large": 12345678901234567890,
                            "text": "<ä & 😀>\u2028"
                        },
                        "dependencies": [],
                        "initErrors": null
                    }
                ],
                "metadata": {}
            }
        }

        """;

    [Fact]
    public async Task A_stack_that_somebody_else_changes_is_left_alone_and_they_are_named()
    {
        await using var project = await TestProject.WithSandboxAsync();
        await LockAsync(project);
        var traffic = project.Traffic();

        var result = await project.RunAsync("up", "--yes", "--skip-preview");

        Assert.Equal(ExitCode.Error, result.Exit);
        Assert.Empty(traffic.Writes);
        Assert.Contains("error ACC6001: ", result.Error, StringComparison.Ordinal);
        Assert.Contains("ada@build-7 (pid 4711)", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lock_that_was_left_behind_is_removed_by_cancel()
    {
        await using var project = await TestProject.WithSandboxAsync();
        await project.UpAsync();
        await LockAsync(project);

        var refused = await project.RunAsync("cancel");
        var removed = await project.RunAsync("cancel", "--yes");

        Assert.Equal(ExitCode.Usage, refused.Exit);
        Assert.Contains("unlocked", removed.Succeeded().Out, StringComparison.Ordinal);
        Assert.Contains("is not locked", (await project.RunAsync("cancel", "--yes")).Out, StringComparison.Ordinal);
        await project.UpAsync();
    }

    [Fact]
    public async Task A_preview_does_not_wait_for_somebody_else()
    {
        await using var project = await TestProject.WithSandboxAsync();
        await project.UpAsync();
        await LockAsync(project);

        (await project.RunAsync("preview")).Succeeded();
    }

    [Fact]
    public async Task A_damaged_state_is_refused_and_kept()
    {
        await using var project = await TestProject.WithSandboxAsync();
        var damaged = await DamageAsync(project);
        var traffic = project.Traffic();

        var result = await project.RunAsync("up", "--yes", "--skip-preview");

        Assert.Equal(ExitCode.Error, result.Exit);
        Assert.StartsWith("error ACC6", result.Error, StringComparison.Ordinal);
        Assert.Empty(traffic.Writes);
        Assert.Equal(damaged, await File.ReadAllTextAsync(project.StateFile));
    }

    [Fact]
    public async Task An_error_comes_without_a_stack_trace()
    {
        await using var project = await TestProject.WithSandboxAsync();
        await DamageAsync(project);

        var result = await project.RunAsync("up", "--yes");

        Assert.DoesNotContain("   at ", result.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_comes_with_a_stack_trace_when_asked_for()
    {
        await using var project = await TestProject.WithSandboxAsync();
        await DamageAsync(project);

        var result = await project.RunAsync("up", "--yes", "--verbose");

        Assert.Contains("   at Provisioning.", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_export_that_is_imported_is_exported_byte_for_byte()
    {
        await using var project = await TestProject.WithSandboxAsync();
        await project.UpAsync();
        (await project.RunAsync("stack", "export", "--file", "first.json")).Succeeded();

        (await project.RunAsync("stack", "import", "--file", "first.json")).Succeeded();
        (await project.RunAsync("stack", "export", "--file", "second.json")).Succeeded();

        Assert.Equal(await File.ReadAllTextAsync(project.PathOf("first.json")), await File.ReadAllTextAsync(project.PathOf("second.json")));
        (await project.RunAsync("preview", "--expect-no-changes")).Succeeded();
    }

    [Fact]
    public async Task An_export_of_another_engine_is_exported_byte_for_byte()
    {
        await using var project = TestProject.WithoutSandbox();
        (await project.RunAsync("stack", "init", "local")).Succeeded();
        await File.WriteAllTextAsync(project.PathOf("foreign.json"), Foreign);

        (await project.RunAsync("stack", "import", "--file", "foreign.json")).Succeeded();
        (await project.RunAsync("stack", "export", "--file", "exported.json")).Succeeded();

        Assert.Equal(Foreign, await File.ReadAllTextAsync(project.PathOf("exported.json")));
    }

    private static async Task LockAsync(TestProject project)
    {
        var folder = project.PathOf(".pulumi/locks/organization/provisioning/local");
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(Path.Combine(folder, "0b1e3f6c-6c4b-4d62-9c1a-2f1d6a1c7f10.json"), Lock);
    }

    /// <summary>Leaves a state that was cut off in the middle; returns its content.</summary>
    private static async Task<string> DamageAsync(TestProject project)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(project.StateFile) ?? "");
        await File.WriteAllTextAsync(project.StateFile, CutOff);
        return CutOff;
    }
}
