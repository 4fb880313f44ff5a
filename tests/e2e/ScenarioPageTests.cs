using Provisioning.EndToEnd.Tests.Harness;
using Provisioning.EndToEnd.Tests.Pages;

namespace Provisioning.EndToEnd.Tests;

/// <summary>The pages in <c>docs/scenarios</c> quote the stack documents as they are, and show what commands print.</summary>
public sealed class ScenarioPageTests
{
    private const string Accept = "ACCEPT_GOLDEN";

    private static readonly string[] Headings = ["By hand", "With a stack document", "What happens", "What the workload runs with", "Proof", "If it does not work"];

    public static TheoryData<string> Pages => [.. ScenarioPage.Names];

    public static TheoryData<string> Scenarios => [.. TestProject.Scenarios];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Page_shows_what_its_commands_print(string name)
    {
        var page = ScenarioPage.Read(name);
        await using var deployed = new DeployedScenarios();

        var renewed = await page.RenewAsync(deployed.RunAsync);

        if (Environment.GetEnvironmentVariable(Accept) == "1")
            page.Accept(renewed);
        else
            Assert.True(page.Text == renewed, $"docs/scenarios/{name}.md is not current. To accept: {Accept}=1 dotnet test tests/e2e --filter {nameof(ScenarioPageTests)}\n{Difference(page.Text, renewed)}");
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Page_quotes_its_stack_documents(string name)
    {
        var excerpts = ScenarioPage.Read(name).Excerpts.ToList();

        Assert.NotEmpty(excerpts);
        Assert.All(excerpts, excerpt => Assert.True(
            excerpt.IsPartOf(File.ReadAllText(TestProject.RepositoryFile($"{TestProject.ScenarioFolder}/{excerpt.Scenario}.yaml"))),
            $"{excerpt.Scenario}.yaml does not have these lines:\n{excerpt.Text}"));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Page_names_stack_documents_that_exist(string name)
    {
        var named = ScenarioPage.Read(name).Scenarios.ToList();

        Assert.NotEmpty(named);
        Assert.Empty(named.Except(TestProject.Scenarios));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Page_has_the_sections_of_all_pages_in_their_order(string name)
    {
        var actual = ScenarioPage.Read(name).Headings.ToList();

        Assert.Equal(Headings.Where(actual.Contains), actual);
        Assert.Empty(Headings.Except(["What the workload runs with", "Proof"]).Except(actual));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Page_is_in_the_index(string name) => Assert.Contains($"]({name}.md)", ScenarioPage.IndexText, StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void Stack_document_has_a_page(string scenario) =>
        Assert.Contains(scenario, ScenarioPage.Names.SelectMany(name => ScenarioPage.Read(name).Scenarios));

    private static string Difference(string before, string after)
    {
        var (old, now) = (before.Split('\n'), after.Split('\n'));
        var equal = old.Zip(now).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"from line {equal + 1}:\n- {string.Join("\n- ", old.Skip(equal).Take(12))}\n+ {string.Join("\n+ ", now.Skip(equal).Take(12))}";
    }
}
