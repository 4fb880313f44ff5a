using System.Globalization;
using System.Text.RegularExpressions;
using Provisioning.Cli;
using Provisioning.EndToEnd.Tests.Harness;

namespace Provisioning.EndToEnd.Tests;

[Collection(DeployedStackCollection.Name)]
public sealed partial class UpTests(DeployedStack stack)
{
    [Fact]
    public void Up_of_an_empty_cloud_succeeds() => Assert.Equal(ExitCode.Success, stack.FirstUp.Exit);

    [Fact]
    public void Up_of_an_empty_cloud_creates_what_the_document_wants() =>
        Assert.True(CreatedCount(stack.FirstUp) >= 40, stack.FirstUp.All);

    [Fact]
    public void Up_without_a_terminal_writes_a_line_when_a_resource_has_been_created() =>
        Assert.Contains(stack.FirstUp.Lines, line => line.StartsWith("+  azure-native:storage:StorageAccount data created (", StringComparison.Ordinal));

    [Fact]
    public void Up_without_a_terminal_writes_no_escape_sequences() => Assert.DoesNotContain('\u001b', stack.FirstUp.All);

    [Fact]
    public void Up_previews_before_it_deploys() => Assert.True(
        stack.FirstUp.Out.IndexOf("Previewing update (local):", StringComparison.Ordinal) is >= 0 and var preview
        && preview < stack.FirstUp.Out.IndexOf("Updating (local):", StringComparison.Ordinal));

    [Fact]
    public void Up_ends_with_how_long_it_took() => Assert.Contains(stack.FirstUp.Lines, line => DurationLine().IsMatch(line));

    [Theory]
    [InlineData("explore", "computes.notebook", "Storage Blob Data Reader on storage.data/datasets")]
    [InlineData("publish", "identities.pipeline", "AcrPush on registries.private")]
    [InlineData("score", "identities.scorer", "AcrPull on registries.workspace")]
    public void Up_shows_for_a_workload_who_it_is_and_what_it_may_do(string workload, string identity, string access)
    {
        var rows = stack.FirstUp.Lines.SkipWhile(line => !line.StartsWith($"| {workload} ", StringComparison.Ordinal)).ToList();

        Assert.Contains(identity, rows[0], StringComparison.Ordinal);
        Assert.Contains(rows.Take(1).Concat(rows.Skip(1).TakeWhile(row => row.StartsWith("|  ", StringComparison.Ordinal))), row => row.Contains(access, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Up_of_a_deployed_stack_leaves_everything_unchanged()
    {
        var again = (await stack.Project.RunAsync("up", "--yes")).Succeeded();

        Assert.Equal(2, again.Lines.Count(line => line == $"{CreatedCount(stack.FirstUp)} unchanged"));
    }

    [Fact]
    public async Task Up_of_a_deployed_stack_writes_nothing_to_the_cloud()
    {
        var traffic = stack.Project.Traffic();

        await stack.Project.UpAsync();

        Assert.Empty(traffic.Writes);
    }

    [Fact]
    public async Task Up_of_a_deployed_stack_keeps_the_state_of_each_resource()
    {
        var before = Resources();

        await stack.Project.UpAsync();

        Assert.Equal(before, Resources());

        IEnumerable<string> Resources() =>
            [.. stack.Project.ReadState().Resources.Select(resource => resource.GetRawText()).Order(StringComparer.Ordinal)];
    }

    [Fact]
    public void Up_keeps_its_state_as_a_checkpoint_of_Pulumi()
    {
        var root = stack.Project.ReadState().Root;

        Assert.Equal(3, root.GetProperty("version").GetInt32());
        Assert.Equal("organization/provisioning/local", root.GetProperty("checkpoint").GetProperty("stack").GetString());
    }

    [Fact]
    public void Up_leaves_no_operation_pending() => Assert.Empty(stack.Project.ReadState().PendingOperations);

    [Fact]
    public void Up_leaves_neither_lock_nor_journal()
    {
        var folder = stack.Project.PathOf(".pulumi");

        Assert.Empty(Directory.EnumerateFiles(Path.Combine(folder, "locks"), "*", SearchOption.AllDirectories));
        Assert.Empty(Directory.EnumerateFiles(folder, "*.journal", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Up_registers_workload_identities_with_Deep_Lake()
    {
        using var cloud = new SandboxCloud(stack.Project.Sandbox.Connection);

        Assert.Contains("azure_client_id", await cloud.DeepLakeRegistrationsAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Up_without_anybody_to_ask_needs_yes()
    {
        var result = await stack.Project.RunAsync("up");

        Assert.Equal(ExitCode.Usage, result.Exit);
        Assert.StartsWith("error ACC7002: ", result.Error, StringComparison.Ordinal);
    }

    private static int CreatedCount(CommandResult result) =>
        int.Parse(CreatedLine().Match(result.Out).Groups[1].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\+ (\d+) created")]
    private static partial Regex CreatedLine();

    [GeneratedRegex(@"^Duration: (\d+h)?(\d+m)?\d+s$")]
    private static partial Regex DurationLine();
}
