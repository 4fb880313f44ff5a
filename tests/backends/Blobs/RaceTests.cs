using System.Globalization;
using Provisioning.Backends.Azure.Tests.Harness;
using Provisioning.Engine.Backends;

namespace Provisioning.Backends.Azure.Tests.Blobs;

/// <summary>
/// Processes that want the same stack at the same moment. <c>PROVISIONING_RACES</c> sets how many races there are.
/// </summary>
[Collection(AzuriteCollection.Name)]
public sealed class RaceTests(Azurite azurite)
{
    private const int Contenders = 3;

    private static readonly int Races =
        int.TryParse(Environment.GetEnvironmentVariable("PROVISIONING_RACES"), NumberStyles.None, CultureInfo.InvariantCulture, out var races) ? races : 24;

    [AzuriteFact]
    public async Task OneAtMostWins_AndTheStateIsTheWinners()
    {
        var container = await azurite.CreateContainerAsync();
        await container.Open().SaveAsync("-1");
        await using var first = await ContenderProcess.StartAsync(container);
        await using var second = await ContenderProcess.StartAsync(container);
        await using var third = await ContenderProcess.StartAsync(container);
        ContenderProcess[] contenders = [first, second, third];
        Assert.Equal(Contenders, contenders.Length);

        var state = "-1";
        var wins = 0;
        for (var race = 0; race < Races; race++)
        {
            var answers = await Task.WhenAll(contenders.Select(contender => contender.DoAsync("lock", "dev")));
            var winners = contenders.Where((_, index) => answers[index] == "won").ToList();
            Assert.True(winners.Count <= 1, $"Race {race}: {string.Join(", ", answers)}");
            Assert.All(answers, answer => Assert.True(answer is "won" or "locked", $"Race {race}: {answer}"));
            foreach (var winner in winners)
            {
                wins++;
                state = race.ToString(CultureInfo.InvariantCulture);
                Assert.Equal("done", await winner.DoAsync("write", "dev", state));
                Assert.Equal("done", await winner.DoAsync("release", "dev"));
            }

            Assert.Equal(state, await container.Open().LoadAsync());
            Assert.Empty(await container.KeysAsync(Contents.Locks));
            Assert.False(await container.IsLeasedAsync(Contents.Checkpoint));
        }

        // The lease goes to the first who asks, so somebody wins each race for a stack that exists.
        Assert.Equal(Races, wins);
    }

    [AzuriteFact]
    public async Task OneAtMostCreatesAStack()
    {
        var container = await azurite.CreateContainerAsync();
        await using var first = await ContenderProcess.StartAsync(container);
        await using var second = await ContenderProcess.StartAsync(container);
        ContenderProcess[] contenders = [first, second];

        for (var race = 0; race < Races; race++)
        {
            var stack = $"new-{race}";
            var reference = new StackReference("registry", stack);
            var answers = await Task.WhenAll(contenders.Select(contender => contender.DoAsync("lock", stack)));
            var winners = contenders.Where((_, index) => answers[index] == "won").ToList();
            Assert.True(winners.Count <= 1, $"Race {race}: {string.Join(", ", answers)}");

            // Both may have given way to each other; then the stack is there for the next who comes.
            var winner = winners.SingleOrDefault() ?? contenders[race % 2];
            if (winners.Count == 0)
                Assert.Equal("won", await winner.DoAsync("lock", stack));
            Assert.Equal("done", await winner.DoAsync("write", stack, "created"));
            Assert.Equal("done", await winner.DoAsync("release", stack));

            Assert.Equal("created", Contents.Text(await container.Open().ReadCheckpointAsync(reference, CancellationToken.None)));
            Assert.Empty(await container.KeysAsync($".pulumi/locks/organization/registry/{stack}/"));
        }
    }

    [AzuriteLinuxFact]
    public async Task AWinnerThatIsKilled_IsSucceededAtOnceWhereItsEndIsSeen()
    {
        var container = await azurite.CreateContainerAsync();
        await container.Open().SaveAsync("before");
        await using var killed = await ContenderProcess.StartAsync(container);
        await using var next = await ContenderProcess.StartAsync(container);
        Assert.Equal("won", await killed.DoAsync("lock", "dev"));
        Assert.Equal("locked", await next.DoAsync("lock", "dev"));
        await killed.KillAsync();

        Assert.Equal("won", await next.DoAsync("lock", "dev"));
        Assert.Equal("done", await next.DoAsync("write", "dev", "after"));
        Assert.Equal("done", await next.DoAsync("release", "dev"));

        Assert.Equal("after", await container.Open().LoadAsync());
        Assert.Empty(await container.KeysAsync(Contents.Locks));
    }

    [AzuriteFact]
    public async Task AWinnerThatIsCancelled_WritesNoMore()
    {
        var container = await azurite.CreateContainerAsync();
        await container.Open().SaveAsync("before");
        await using var cancelled = await ContenderProcess.StartAsync(container);
        await using var next = await ContenderProcess.StartAsync(container);
        Assert.Equal("won", await cancelled.DoAsync("lock", "dev"));

        Assert.Equal(1, await container.Open().RemoveLocksAsync(Contents.Stack, CancellationToken.None));
        Assert.Equal("won", await next.DoAsync("lock", "dev"));

        Assert.StartsWith("refused: This process is no longer the writer", await cancelled.DoAsync("write", "dev", "late"), StringComparison.Ordinal);
        Assert.Equal("done", await next.DoAsync("write", "dev", "after"));
        Assert.Equal("after", await container.Open().LoadAsync());
    }
}
