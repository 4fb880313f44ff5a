namespace Provisioning.Infra.Tests.Plans;

/// <summary>What the repository's own stacks ask the engine for.</summary>
public sealed class StackPlanTests
{
    [Theory]
    [InlineData("local")]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task Stack_AsksForWhatWasReviewed(string stack)
    {
        var run = await RecordedStack.RunAsync(Stacks.Load(stack));

        Golden.Matches($"{stack}.txt", PlanText.Of(run));
    }

    [Theory]
    [InlineData("local")]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task Workloads_AreToldWhatWasReviewed(string stack)
    {
        var run = await RecordedStack.RunAsync(Stacks.Load(stack));

        Golden.Matches($"{stack}.workloads.txt", await PlanText.OfAsync(run.Stack.Workloads));
    }

    [Theory]
    [InlineData("local")]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task Stack_CanBePreviewedBeforeAnythingExists(string stack)
    {
        var run = await RecordedStack.RunAsync(Stacks.Load(stack), isPreview: true);

        Assert.NotEmpty(run.Resources);
    }
}
