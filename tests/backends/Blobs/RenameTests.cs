using System.Security.Cryptography;
using Provisioning.Backends.Azure.Tests.Harness;
using Provisioning.Engine.Backends;
using Provisioning.Engine.Projects;
using Provisioning.Engine.Secrets;
using Provisioning.Engine.State;
using Provisioning.EndToEnd.Tests.Harness;
using Provisioning.Sandbox.Tests;

namespace Provisioning.Backends.Azure.Tests.Blobs;

/// <summary><c>stack rename</c> of a stack whose state is in a container.</summary>
[Collection(AzuriteCollection.Name)]
public sealed class RenameTests(Azurite azurite) : IAsyncDisposable
{
    private const string New = ".pulumi/stacks/registry/prod.json";
    private const string Settings = "# of dev\nconfig:\n  registry:sku: Basic\n";

    private static readonly StackReference Target = new("registry", "prod");

    private readonly TestProject project = TestProject.Empty();

    public ValueTask DisposeAsync() => project.DisposeAsync();

    [AzuriteFact]
    public async Task StateHistoryAndSettings_MoveToTheName_AndNoLockIsLeft()
    {
        var container = await DeployedAsync();
        var history = await container.KeysAsync(".pulumi/history/registry/dev/");
        var before = await container.ReadAsync(Contents.Checkpoint);

        await RenameAsync(container.Open());

        Assert.NotEmpty(history);
        Assert.Equal(history.Select(key => key.Replace("dev", "prod", StringComparison.Ordinal)), await container.KeysAsync(".pulumi/history/"));
        Assert.Equal([$"{Contents.Checkpoint}.bak", New], await container.KeysAsync(".pulumi/stacks/"));
        Assert.Equal(before, await container.ReadAsync($"{Contents.Checkpoint}.bak"));
        await AssertRenamedAsync(container);
    }

    [AzuriteFact]
    public async Task BothStacks_AreLeasedUntilTheRenameIsDone()
    {
        var container = await DeployedAsync();
        var leased = new List<(bool Old, bool New)>();
        var wire = new Wire();
        wire.Before = async request =>
        {
            if (request.StartsWith("DELETE", StringComparison.Ordinal) && request.EndsWith(Contents.Checkpoint, StringComparison.Ordinal))
                leased.Add((await container.IsLeasedAsync(Contents.Checkpoint), await container.IsLeasedAsync(New)));
        };

        await RenameAsync(container.Open(wire: wire));

        Assert.Equal([(true, true)], leased);
        Assert.False(await container.IsLeasedAsync(New));
    }

    [AzuriteTheory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task AStackThatSomebodyChanges_IsNotRenamed(string locked)
    {
        var container = await DeployedAsync();
        var before = await container.KeysAsync(".pulumi/stacks/");
        await using (await container.Open(holder: new LockHolder(9, "eve", "ci-4")).LockAsync(new StackReference("registry", locked), CancellationToken.None))
            await Assert.ThrowsAsync<StackLockedException>(() => RenameAsync(container.Open()));

        Assert.Equal(before, await container.KeysAsync(".pulumi/stacks/"));
        await RenameAsync(container.Open());
        await AssertRenamedAsync(container);
    }

    [AzuriteFact]
    public async Task ARenameThatIsKilledBeforeAnyOfItsWrites_IsEndedByRunningItAgain()
    {
        var writes = await RenameKilledBeforeAsync(int.MaxValue);
        Assert.InRange(writes, 8, 60);

        for (var write = 0; write < writes; write++)
            await RenameKilledBeforeAsync(write);
    }

    /// <summary>Kills a rename before one of its writes, and has another process end it; returns how many writes the killed one made.</summary>
    private async Task<int> RenameKilledBeforeAsync(int write)
    {
        var container = await DeployedAsync();
        var made = 0;
        var isDead = false;
        var wire = new Wire
        {
            Before = request =>
            {
                isDead |= !request.StartsWith("GET", StringComparison.Ordinal) && !request.StartsWith("HEAD", StringComparison.Ordinal) && made++ == write;
                return isDead ? throw new IOException($"The process is dead: {request}") : Task.CompletedTask;
            },
        };
        var failure = await Record.ExceptionAsync(() => RenameAsync(container.Open(new ManualClock(), wire: wire)));
        Assert.True(failure is null || write < int.MaxValue, failure?.ToString());
        foreach (var checkpoint in new[] { Contents.Checkpoint, New }.Intersect(await container.KeysAsync()))
        {
            if (await container.IsLeasedAsync(checkpoint))
                await container.EndLeaseAsync(checkpoint);
        }

        // A lock on a stack that does not exist yet counts for a minute.
        var later = new ManualClock();
        later.Advance(TimeSpan.FromSeconds(70));
        if (failure is not null)
            await RenameAsync(container.Open(later));

        // Killed when both stacks are as they are to be, locks are all that is left; they hold up nobody.
        foreach (var stack in new[] { Contents.Stack, Target })
            await (await container.Open(later).LockAsync(stack, CancellationToken.None)).DisposeAsync();
        await AssertRenamedAsync(container);
        return made;
    }

    private async Task AssertRenamedAsync(TestContainer container)
    {
        var keys = await container.KeysAsync();
        Assert.DoesNotContain(keys, key => key.StartsWith(".pulumi/locks/", StringComparison.Ordinal) || key.EndsWith(".journal", StringComparison.Ordinal)
            || key == Contents.Checkpoint || key.StartsWith(".pulumi/history/registry/dev/", StringComparison.Ordinal));
        var state = (await (await OpenAsync(container.Open(), Target)).LoadAsync(CancellationToken.None)).Snapshot;
        Assert.Equal(
            ["urn:pulumi:prod::registry::pulumi:pulumi:Stack::registry-prod", "urn:pulumi:prod::registry::a:b:C::group"],
            state.Resources.Select(resource => resource.Urn.ToString()));
        Assert.Equal("first", Assert.Single(await container.Open().ReadHistoryAsync(Target, CancellationToken.None)).Message);
        Assert.Equal(Settings, await File.ReadAllTextAsync(project.PathOf("Pulumi.prod.yaml")));
        Assert.False(File.Exists(project.PathOf("Pulumi.dev.yaml")));
    }

    /// <summary>A container with a stack of two resources and one entry of history; its settings are in the project.</summary>
    private async Task<TestContainer> DeployedAsync()
    {
        project.Write("Pulumi.yaml", "name: registry\n");
        project.Write("Pulumi.dev.yaml", Settings);
        File.Delete(project.PathOf("Pulumi.prod.yaml"));
        var root = new ResourceState { Urn = Urn.Parse("urn:pulumi:dev::registry::pulumi:pulumi:Stack::registry-dev"), Custom = false };
        var group = new ResourceState { Urn = Urn.Parse("urn:pulumi:dev::registry::a:b:C::group"), Custom = true, Id = "1", Parent = root.Urn };
        var checkpoint = await new CheckpointSerializer(null).WriteCheckpointAsync(
            Contents.Stack, new Snapshot(new Manifest(default(Timestamp), Manifest.CompatibleVersion), [root, group], []), CancellationToken.None);
        var container = await azurite.CreateContainerAsync();
        var backend = container.Open();
        await using var held = await backend.LockAsync(Contents.Stack, CancellationToken.None);
        await backend.WriteCheckpointAsync(Contents.Stack, checkpoint, CancellationToken.None);
        await backend.AppendHistoryAsync(Contents.Stack, Contents.Update("first"), CancellationToken.None);
        return container;
    }

    private async Task RenameAsync(IStateBackend backend) =>
        await (await OpenAsync(backend, Contents.Stack)).RenameAsync(Target, _ => Task.CompletedTask, CancellationToken.None);

    private async Task<StackStore> OpenAsync(IStateBackend backend, StackReference stack) => await StackStore.OpenAsync(
        new StackStoreOptions
        {
            Project = await ProjectReader.FindAsync(project.Folder, CancellationToken.None),
            Stack = stack,
            Backend = backend,
            Passphrases = new EnvironmentPassphraseSource(_ => null),
            Random = RandomNumberGenerator.Create(),
            Time = TimeProvider.System,
        },
        CancellationToken.None);
}
