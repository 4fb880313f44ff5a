using System.Collections.Immutable;
using System.Text.Json;
using Provisioning.Backends.Azure.Blobs;
using Provisioning.Backends.Azure.Tests.Harness;
using Provisioning.Cli;
using Provisioning.EndToEnd.Tests.Harness;
using Provisioning.Sandbox.Faults;

namespace Provisioning.Backends.Azure.Tests.Blobs;

/// <summary>The command line on the stack <c>local</c>, whose state is in a container.</summary>
[Collection(AzuriteCollection.Name)]
public sealed class StackTests(Azurite azurite)
{
    private const string Checkpoint = ".pulumi/stacks/provisioning/local.json";
    private const string Journal = ".pulumi/stacks/provisioning/local.journal";
    private const string Locks = ".pulumi/locks/";
    private const string InTheGroup = "/resourceGroups/rg-ml-local/providers/";
    private const string FirstResource = "ResourceGroup rg-ml-local created";

    [AzuriteFact]
    public async Task AWholeRun_LeavesItsStateInTheContainerAlone()
    {
        var container = await azurite.CreateContainerAsync();
        await using var project = await TestProject.WithSandboxAsync(time: TimeProvider.System);
        var setting = Setting(container);

        (await project.RunAsync(setting, "up", "--yes")).Succeeded();
        (await project.RunAsync(setting, "preview", "--expect-no-changes")).Succeeded();
        Assert.NotEmpty((await ReadStateAsync(container)).UrnsOf("azure-native:resources:ResourceGroup"));
        Assert.Contains("local", (await project.RunAsync(setting, "stack", "ls")).Succeeded().Out, StringComparison.Ordinal);

        (await project.RunAsync(setting, "destroy", "--yes")).Succeeded();

        var history = (await project.RunAsync(setting, "stack", "history", "--json")).Succeeded();
        Assert.Equal(["destroy", "update"], JsonElement.Parse(history.Out).EnumerateArray().Select(entry => entry.GetProperty("kind").GetString()));
        Assert.Empty((await ReadStateAsync(container)).Resources);
        Assert.Empty(await container.KeysAsync(Locks));
        Assert.Empty(await container.KeysAsync(Journal));
        Assert.False(Directory.Exists(project.PathOf(".pulumi")));

        (await project.RunAsync(setting, "stack", "rm", "local", "--yes")).Succeeded();
        Assert.Equal([$"{Checkpoint}.bak"], await container.KeysAsync(".pulumi/stacks/"));
    }

    [AzuriteFact]
    public async Task ACommandThatIsKilled_IsFinishedByTheNextProcess()
    {
        var container = await azurite.CreateContainerAsync();
        await using var project = await TestProject.WithSandboxAsync(time: TimeProvider.System);
        project.Fail(Slow(InTheGroup, TimeSpan.FromMinutes(5)));
        await using (var killed = CommandProcess.Start(project, container, "up", "--yes", "--skip-preview"))
        {
            await killed.SaysAsync(FirstResource);
            await killed.KillAsync();
        }

        Assert.Single(await container.KeysAsync(Journal));
        Assert.Single(await container.KeysAsync(Locks));
        Assert.DoesNotContain("ResourceGroup", await container.ReadAsync(Checkpoint), StringComparison.Ordinal);
        project.Fail();

        // Elsewhere than on Linux nobody sees that the process is dead, and the lease takes a minute to end.
        await container.EndLeaseAsync(Checkpoint);
        await using var next = CommandProcess.Start(project, container, "up", "--yes", "--skip-preview");
        var (exit, all) = await next.EndAsync();

        Assert.True(exit == 0, all);
        Assert.Empty(await container.KeysAsync(Journal));
        Assert.Empty(await container.KeysAsync(Locks));
        Assert.Empty((await ReadStateAsync(container)).PendingOperations);
        (await project.RunAsync(Setting(container), "preview", "--refresh", "--expect-no-changes")).Succeeded();
    }

    [AzuriteFact]
    public async Task CommandsAtTheSameTime_LeaveASoundState()
    {
        var container = await azurite.CreateContainerAsync();
        await using var project = await TestProject.WithSandboxAsync(time: TimeProvider.System);
        (await project.RunAsync(Setting(container), "stack", "init", "local")).Succeeded();
        project.Fail(Slow("/computes/", TimeSpan.FromSeconds(5)));

        await using var first = CommandProcess.Start(project, container, "up", "--yes", "--skip-preview");
        await first.SaysAsync(FirstResource);
        await using var second = CommandProcess.Start(project, container, "up", "--yes", "--skip-preview");
        await using var reader = CommandProcess.Start(project, container, "preview");
        var refused = await second.EndAsync();
        var previewed = await reader.EndAsync();
        var done = await first.EndAsync();

        Assert.True(done.Exit == 0, done.All);
        Assert.Equal((int)ExitCode.Error, refused.Exit);
        Assert.Contains("error ACC6001: ", refused.All, StringComparison.Ordinal);
        Assert.Contains($"created by {Environment.UserName}@", refused.All, StringComparison.Ordinal);
        Assert.True(previewed.Exit == 0, previewed.All);
        Assert.Empty(await container.KeysAsync(Locks));
        (await project.RunAsync(Setting(container), "preview", "--expect-no-changes")).Succeeded();
    }

    [AzuriteFact]
    public async Task ARunThatLosesItsLease_StopsAndWritesNoMore()
    {
        var container = await azurite.CreateContainerAsync();
        var time = new RenewalClock();
        await using var project = await TestProject.WithSandboxAsync(time: time);
        (await project.RunAsync(Setting(container), "stack", "init", "local")).Succeeded();
        var before = await container.VersionAsync(Checkpoint);
        project.Fail(Slow(InTheGroup, TimeSpan.FromSeconds(2)));
        var broken = Task.CompletedTask;
        var setting = Setting(container) with
        {
            OnLine = (line, _) =>
            {
                if (line.Contains(FirstResource, StringComparison.Ordinal))
                    broken = Task.Run(() => BreakAsync(container, time));
            },
        };

        var result = await project.RunAsync(setting, "up", "--yes", "--skip-preview");
        await broken;

        Assert.Equal(ExitCode.Error, result.Exit);
        Assert.Contains("no longer the writer", result.All, StringComparison.Ordinal);
        Assert.Equal(before, await container.VersionAsync(Checkpoint));
        Assert.Empty(await container.KeysAsync(".pulumi/history/"));
        Assert.Single(await container.KeysAsync(Journal));

        // What the journal holds, the next command has: the resource group is not created again.
        var preview = (await project.RunAsync(Setting(container), "preview")).Succeeded();
        Assert.DoesNotContain("ResourceGroup rg-ml-local create", preview.Out, StringComparison.Ordinal);
    }

    [AzuriteFact]
    public async Task Cancel_RemovesTheLockOfSomebodyElse()
    {
        var container = await azurite.CreateContainerAsync();
        await using var project = await TestProject.WithSandboxAsync(time: TimeProvider.System);
        var setting = Setting(container);
        (await project.RunAsync(setting, "stack", "init", "local")).Succeeded();
        await container.WriteAsync(".pulumi/locks/organization/provisioning/local/3f0c.json", Contents.ForeignLock);
        Assert.Contains("bob@other (pid 4711)", (await project.RunAsync(setting, "up", "--yes", "--skip-preview")).Error, StringComparison.Ordinal);

        (await project.RunAsync(setting, "cancel", "--yes")).Succeeded();

        (await project.RunAsync(setting, "up", "--yes", "--skip-preview")).Succeeded();
    }

    [AzuriteFact]
    public async Task AFailure_ShowsNoSecret()
    {
        var container = await azurite.CreateContainerAsync();
        await using var project = TestProject.WithoutSandbox();
        var setting = Setting(container);
        await container.Client.DeleteAsync();

        var result = await project.RunAsync(setting, "stack", "ls");

        Assert.Equal(ExitCode.Error, result.Exit);
        Assert.Contains($"the container '{container.Client.Name}' does not exist", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(azurite.Key, result.All, StringComparison.Ordinal);
    }

    private static CommandSetting Setting(TestContainer container) => new() { Environment = container.Variables.ToImmutableDictionary() };

    /// <summary>Requests for a change wait before they have an effect; those of a dead process have none.</summary>
    private static FaultRule Slow(string path, TimeSpan delay) => new() { Kind = FaultKind.Latency, Method = "PUT", Path = path, Count = null, Delay = delay };

    private static async Task<StoredState> ReadStateAsync(TestContainer container) => new(JsonElement.Parse(await container.ReadAsync(Checkpoint)));

    private static async Task BreakAsync(TestContainer container, RenewalClock time)
    {
        await container.EndLeaseAsync(Checkpoint);
        time.Ring();
    }

    /// <summary>The system's clock, on which leases are renewed when a test says so.</summary>
    private sealed class RenewalClock : TimeProvider
    {
        private readonly List<Action> renewals = [];

        /// <summary>Renews all leases.</summary>
        public void Ring()
        {
            foreach (var renew in renewals)
                renew();
        }

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            new RenewalTimer(System.CreateTimer(callback, state, dueTime, period), () => renewals.Add(() => callback(state)));

        private sealed class RenewalTimer(ITimer inner, Action added) : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period)
            {
                if (period == BlobLease.Renewal)
                    added();
                return inner.Change(dueTime, period);
            }

            public void Dispose() => inner.Dispose();

            public ValueTask DisposeAsync() => inner.DisposeAsync();
        }
    }
}
