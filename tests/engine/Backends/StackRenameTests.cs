using System.Collections.Immutable;
using System.Text;
using Provisioning.Engine.Backends;
using Provisioning.Engine.Journal;
using Provisioning.Engine.Projects;
using Provisioning.Engine.State;
using Provisioning.Engine.State.Editing;
using Provisioning.Engine.Tests.Harness;
using Provisioning.Engine.Tests.Secrets;
using Provisioning.Engine.Tests.State;
using Provisioning.Protocol.Values;

namespace Provisioning.Engine.Tests.Backends;

/// <summary><c>stack rename</c>: everything of a stack gets another name, or nothing does.</summary>
public sealed class StackRenameTests : IDisposable
{
    private const string Old = ".pulumi/stacks/registry/dev.json";
    private const string New = ".pulumi/stacks/registry/prod.json";
    private const string Settings = "# of dev\nencryptionsalt: " + Vectors.Salt + "\nconfig:\n  registry:token:\n    secure: " + Vectors.ConfigSecret + "\n";

    private const string PlainSettings = "# of dev\nconfig:\n  registry:sku: Basic\n";

    private static readonly StackReference Target = new("registry", "prod");

    private readonly TemporaryFolder folder = new();
    private readonly List<string> followed = [];

    /// <summary>Null for a stack without secrets; deriving keys takes its time.</summary>
    private string? passphrase;

    public StackRenameTests() => folder.Write("Pulumi.yaml", "name: registry\n");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task EverythingOfTheStack_GetsTheName()
    {
        passphrase = Vectors.Passphrase;
        var before = await DeployAsync();

        await RenameAsync();

        Assert.Equal(
            [
                ".pulumi/history/registry/prod/prod-1.checkpoint.json",
                ".pulumi/history/registry/prod/prod-1.history.json",
                ".pulumi/meta.yaml",
                Old + ".bak",
                New,
                "Pulumi.prod.yaml",
                "Pulumi.yaml",
            ],
            Files());
        Assert.Equal(Settings, folder.Read("Pulumi.prod.yaml"));
        Assert.Equal(before, folder.Read(Old + ".bak"));
        Assert.Equal(["prod"], followed);
        Assert.DoesNotContain("urn:pulumi:dev", folder.Read(New), StringComparison.Ordinal);
        Assert.DoesNotContain("registry/dev", folder.Read(New), StringComparison.Ordinal);
        Assert.Contains("::pulumi:pulumi:Stack::registry-prod\"", folder.Read(New), StringComparison.Ordinal);
        Assert.Equal("update", Assert.Single(await Backend().ReadHistoryAsync(Target, CancellationToken.None)).Kind);
    }

    [Fact]
    public async Task TheState_IsTheSameButForItsUrns()
    {
        passphrase = Vectors.Passphrase;
        await DeployAsync();
        var before = (await (await OpenAsync("dev")).LoadAsync(CancellationToken.None)).Snapshot;

        await RenameAsync();

        var after = (await (await OpenAsync("prod")).LoadAsync(CancellationToken.None)).Snapshot;
        Assert.Equal(Plain(before).Replace("urn:pulumi:dev::", "urn:pulumi:prod::", StringComparison.Ordinal).Replace("::registry-dev", "::registry-prod", StringComparison.Ordinal), Plain(after));
    }

    [Fact]
    public void ReferencesInValues_FollowToo()
    {
        var reference = new PropertyValue.ResourceReference("urn:pulumi:dev::registry::a:b:C::c", "1", "");
        var resource = new ResourceState
        {
            Urn = Urn.Parse("urn:pulumi:dev::registry::a:b:C::d"),
            Custom = true,
            Inputs = PropertyMap.Empty.With("list", new PropertyValue.ArrayValue([new PropertyValue.SecretValue(reference)])),
        };

        var renamed = StackRenaming.Rename(Snapshot.Empty with { Resources = [resource] }, "prod").Resources[0];

        Assert.Equal(
            new PropertyValue.ArrayValue([new PropertyValue.SecretValue(reference with { Urn = "urn:pulumi:prod::registry::a:b:C::c" })]), renamed.Inputs["list"]);
    }

    [Fact]
    public async Task WhatAnInterruptedOperationHadDone_IsStoredFirst()
    {
        await DeployAsync();
        var added = new ResourceState { Urn = Urn.Parse("urn:pulumi:dev::registry::a:b:C::added"), Custom = true, Id = "9" };
        await using (var session = await (await OpenAsync("dev")).BeginAsync(CancellationToken.None))
            await session.Journal.EndAsync(null, StateChange.Added(added), CancellationToken.None);

        await RenameAsync();

        Assert.Contains("urn:pulumi:prod::registry::a:b:C::added", folder.Read(New), StringComparison.Ordinal);
        Assert.DoesNotContain(Files(), file => file.EndsWith(".journal", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AStackThatWasNeverDeployed_IsRenamed()
    {
        await (await OpenAsync("dev")).CreateAsync(CancellationToken.None);

        await RenameAsync();

        Assert.Equal(Encoding.UTF8.GetString(StateDocument.NewStack(Target.FullName)), folder.Read(New));
        Assert.False(File.Exists(folder.At(Old)));
    }

    [Theory]
    [InlineData("stack", StateEditRefusal.StackExists)]
    [InlineData("settings", StateEditRefusal.StackExists)]
    [InlineData("same", StateEditRefusal.UnusableStackName)]
    [InlineData("project", StateEditRefusal.UnusableStackName)]
    public async Task ANameThatCannotBe_ChangesNothing(string why, StateEditRefusal refusal)
    {
        await DeployAsync();
        if (why == "stack")
            await (await OpenAsync("prod")).CreateAsync(CancellationToken.None);
        if (why == "settings")
            folder.Write("Pulumi.prod.yaml", "config: {}\n");
        var before = Contents();

        var refused = await Assert.ThrowsAsync<StateEditException>(() => RenameAsync(why switch
        {
            "same" => new StackReference("registry", "dev"),
            "project" => new StackReference("other", "prod"),
            _ => Target,
        }));

        Assert.Equal(refusal, refused.Refusal);
        Assert.Equal(before, Contents());
    }

    [Fact]
    public async Task AMissingStack_IsSaidAndLeavesNoMark()
    {
        await Assert.ThrowsAsync<StackNotFoundException>(() => RenameAsync());

        Assert.DoesNotContain(Files(), file => file.EndsWith(".journal", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task AStackThatSomebodyChanges_IsNotRenamed(string locked)
    {
        await DeployAsync();
        var before = Contents();
        await using (await Backend().LockAsync(new StackReference("registry", locked), CancellationToken.None))
            await Assert.ThrowsAsync<StackLockedException>(() => RenameAsync());

        Assert.Equal(before, Contents());
    }

    [Theory]
    [InlineData(DurabilityPoints.JournalWritten, "dev")]
    [InlineData(DurabilityPoints.RenameMarked, "dev")]
    [InlineData(DurabilityPoints.CheckpointPrepared, "dev")]
    [InlineData(DurabilityPoints.RenameWritten, "dev")]
    [InlineData(DurabilityPoints.RenameMoved, null)]
    [InlineData(DurabilityPoints.RenameFollowed, null)]
    public async Task AnInterruptedRename_LeavesOneStackAndIsEndedByRunningItAgain(string point, string? whole)
    {
        await DeployAsync();
        var state = Plain((await (await OpenAsync("dev")).LoadAsync(CancellationToken.None)).Snapshot);
        using (DurabilityListener.On(point, () => throw new OperationCanceledException(point)))
            await Assert.ThrowsAsync<OperationCanceledException>(() => RenameAsync());

        // What is not whole yet, or not any more, is refused rather than worked with.
        if (whole is not null)
            Assert.Equal(state, Plain((await (await OpenAsync(whole)).LoadAsync(CancellationToken.None)).Snapshot));
        else
            await Assert.ThrowsAsync<StackNotFoundException>(async () => await (await OpenAsync("dev")).LoadAsync(CancellationToken.None));
        if (File.Exists(folder.At(New)))
        {
            var refused = await Assert.ThrowsAsync<StateException>(async () => await (await OpenAsync("prod")).LoadAsync(CancellationToken.None));
            Assert.Contains("when 'stack rename' was interrupted, run that again", refused.Message, StringComparison.Ordinal);
        }

        await RenameAsync();

        Assert.Equal(
            state.Replace("urn:pulumi:dev::", "urn:pulumi:prod::", StringComparison.Ordinal).Replace("::registry-dev", "::registry-prod", StringComparison.Ordinal),
            Plain((await (await OpenAsync("prod")).LoadAsync(CancellationToken.None)).Snapshot));
        Assert.DoesNotContain(Files(), file => file.EndsWith(".journal", StringComparison.Ordinal) || file is Old or "Pulumi.dev.yaml" || file.Contains("/history/registry/dev/", StringComparison.Ordinal));
        Assert.Equal(PlainSettings, folder.Read("Pulumi.prod.yaml"));
        Assert.Single(await Backend().ReadHistoryAsync(Target, CancellationToken.None));
        Assert.Contains("prod", followed);
    }

    /// <summary>A stack with dependencies, one entry of history, and with a passphrase also secrets and a pending operation; returns its checkpoint.</summary>
    private async Task<string> DeployAsync()
    {
        folder.Write("Pulumi.dev.yaml", passphrase is null ? PlainSettings : Settings);
        folder.Write(Old, Encoding.UTF8.GetString(passphrase is null ? (await PlainStateAsync()).Span : Fixture.Read("checkpoint-v3.json")));
        folder.Write(".pulumi/meta.yaml", "version: 1\n");
        await Backend().AppendHistoryAsync(
            new StackReference("registry", "dev"),
            new UpdateInfo(
                "update", default, default, "", ImmutableSortedDictionary<string, string>.Empty, ImmutableSortedDictionary<ConfigKey, ConfigValue>.Empty, true,
                ImmutableSortedDictionary<string, int>.Empty),
            CancellationToken.None);
        return folder.Read(Old);
    }

    private static Task<ReadOnlyMemory<byte>> PlainStateAsync()
    {
        var root = new ResourceState { Urn = Urn.Parse("urn:pulumi:dev::registry::pulumi:pulumi:Stack::registry-dev"), Custom = false };
        var group = new ResourceState { Urn = Urn.Parse("urn:pulumi:dev::registry::a:b:C::group"), Custom = true, Id = "1", Parent = root.Urn };
        var image = new ResourceState { Urn = Urn.Parse("urn:pulumi:dev::registry::a:b:C::image"), Custom = true, Id = "2", Parent = root.Urn, Dependencies = [group.Urn] };
        return new CheckpointSerializer(null).WriteCheckpointAsync(
            new StackReference("registry", "dev"), new Snapshot(new Manifest(default(Timestamp), Manifest.CompatibleVersion), [root, group, image], []), CancellationToken.None);
    }

    private async Task RenameAsync(StackReference? to = null) => await (await OpenAsync("dev")).RenameAsync(
        to ?? Target,
        _ =>
        {
            followed.Add((to ?? Target).Stack);
            return Task.CompletedTask;
        },
        CancellationToken.None);

    /// <summary>The files but for backups and stamps, which are of no concern here.</summary>
    private IEnumerable<string> Files() => folder.Files().Where(file => !file.Contains("/backups/", StringComparison.Ordinal)).Select(file =>
        System.Text.RegularExpressions.Regex.Replace(file, @"-\d+\.", "-1."));

    private IReadOnlyList<(string, string)> Contents() => [.. folder.Files().Select(file => (file, folder.Read(file)))];

    private static string Plain(Snapshot snapshot) => Encoding.UTF8.GetString(new CheckpointSerializer(null).WritePlaintextExport(snapshot));

    private FileBackend Backend() => new(folder.Path, "file://test", new StoreOptions(), LockHolder.Current, new FakeClock());

    private async Task<StackStore> OpenAsync(string stack) => await StackStore.OpenAsync(
        new StackStoreOptions
        {
            Project = await ProjectReader.FindAsync(folder.Path, CancellationToken.None),
            Stack = new StackReference("registry", stack),
            Backend = Backend(),
            Passphrases = new FakePassphrase(passphrase),
            Random = new FixedRandom(1),
            Time = new FakeClock(),
        },
        CancellationToken.None);
}
