using System.Text.Json;
using Provisioning.Cli;
using Provisioning.EndToEnd.Tests.Harness;

namespace Provisioning.EndToEnd.Tests;

/// <summary>The state of a deployed stack is changed by commands alone, and deployments go on from there.</summary>
public sealed class StateEditTests
{
    [Fact]
    public async Task A_resource_is_forgotten_and_taken_in_again_and_names_and_damages_come_and_go()
    {
        await using var project = await TestProject.WithSandboxAsync();
        await project.UpAsync();
        var assignment = LeafOf(project, "azure-native:authorization:RoleAssignment");
        var before = TextsOf(project);
        var traffic = project.Traffic();

        (await project.RunAsync("state", "delete", assignment, "--yes")).Succeeded();

        Assert.Empty(traffic.Writes);
        Assert.Equal(before.Where(resource => !resource.Contains($"\"urn\":\"{assignment}\"", StringComparison.Ordinal)), TextsOf(project));
        Assert.Equal(ExitCode.UnexpectedChanges, (await project.RunAsync("preview", "--expect-no-changes")).Exit);
        await project.UpAsync();
        (await project.RunAsync("preview", "--expect-no-changes", "--refresh")).Succeeded();

        (await project.RunAsync("state", "rename", assignment, "another", "--yes")).Succeeded();
        Assert.Equal(ExitCode.UnexpectedChanges, (await project.RunAsync("preview", "--expect-no-changes")).Exit);
        var name = assignment[(assignment.LastIndexOf("::", StringComparison.Ordinal) + 2)..];
        (await project.RunAsync("state", "rename", assignment[..^name.Length] + "another", name, "--yes")).Succeeded();
        (await project.RunAsync("preview", "--expect-no-changes")).Succeeded();

        await DamageAsync(project, assignment);
        Assert.Contains("Run 'state repair'", (await project.RunAsync("up", "--yes")).Error, StringComparison.Ordinal);
        Assert.Contains("forgets its dependency", (await project.RunAsync("state", "repair", "--yes")).Succeeded().Out, StringComparison.Ordinal);
        (await project.RunAsync("preview", "--expect-no-changes")).Succeeded();

        // Neither edits nor repairs are operations.
        var history = (await project.RunAsync("stack", "history", "--json")).Succeeded().Out;
        Assert.Equal(["update", "update"], JsonElement.Parse(history).EnumerateArray().Select(entry => entry.GetProperty("kind").GetString()));
    }

    private static IReadOnlyList<string> TextsOf(TestProject project) => [.. project.ReadState().Resources.Select(resource => resource.GetRawText())];

    /// <summary>A resource of a type that no other one refers to.</summary>
    private static string LeafOf(TestProject project, string type) => project.ReadState().UrnsOf(type)
        .First(urn => TextsOf(project).Count(resource => resource.Contains($"\"{urn}\"", StringComparison.Ordinal)) == 1);

    /// <summary>Lets a resource depend on one that is missing.</summary>
    private static async Task DamageAsync(TestProject project, string urn)
    {
        var text = TextsOf(project).Single(resource => resource.Contains($"\"urn\":\"{urn}\"", StringComparison.Ordinal));
        var damaged = text.Replace("\"dependencies\":[", $"\"dependencies\":[\"{urn}-gone\",", StringComparison.Ordinal);
        Assert.NotEqual(text, damaged);
        await File.WriteAllTextAsync(project.StateFile, (await File.ReadAllTextAsync(project.StateFile)).Replace(text, damaged, StringComparison.Ordinal));
    }
}
