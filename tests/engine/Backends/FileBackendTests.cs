using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;
using Provisioning.Engine.Backends;
using Provisioning.Engine.Projects;
using Provisioning.Engine.State;

namespace Provisioning.Engine.Tests.Backends;

public sealed class FileBackendTests : IDisposable
{
    private const string Checkpoint = ".pulumi/stacks/registry/dev.json";

    private static readonly StackReference Stack = new("registry", "dev");

    private readonly TemporaryFolder folder = new();
    private readonly FakeClock clock = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task AWrittenCheckpoint_IsReadBackFromPulumisPlace()
    {
        await Write("one");

        Assert.Equal("one", await Read());
        Assert.Equal("one", folder.Read(Checkpoint));
        Assert.Equal("version: 1\n", folder.Read(".pulumi/meta.yaml"));
    }

    [Fact]
    public async Task ASecondWrite_KeepsTheFirstAsBackup()
    {
        await Write("one");
        await Write("two");

        Assert.Equal(("two", "one"), (folder.Read(Checkpoint), folder.Read(Checkpoint + ".bak")));
        Assert.Equal([".pulumi/meta.yaml", Checkpoint, Checkpoint + ".bak"], folder.Files());
    }

    [Fact]
    public async Task TheNextHolderOfTheLock_RemovesWhatAKilledWriterLeft()
    {
        const string half = "0123456789abcdef0123456789abcdef.tmp";
        string[] ours = [$"{Checkpoint}.{half}", $"{Checkpoint}.gz.{half}", $".pulumi/meta.yaml.{half}", $".pulumi/history/registry/dev/dev-1.history.json.{half}"];
        string[] others = [$".pulumi/stacks/registry/other.json.{half}", ".pulumi/stacks/registry/dev.json.mine.tmp", $".pulumi/stacks/registry/dev.{half}"];
        await Write("one");
        foreach (var file in ours.Concat(others))
            folder.Write(file, "half");

        await (await Backend().LockAsync(Stack, CancellationToken.None)).DisposeAsync();

        Assert.Equal(others.Append(Checkpoint).Append(".pulumi/meta.yaml").Order(StringComparer.Ordinal), folder.Files().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task AMissingStack_IsNull() => Assert.Null(await Backend().ReadCheckpointAsync(Stack, CancellationToken.None));

    [Fact]
    public async Task Reading_WritesNothing()
    {
        await Backend().ReadCheckpointAsync(Stack, CancellationToken.None);
        await Backend().ListStacksAsync(null, CancellationToken.None);

        Assert.Empty(folder.Files());
    }

    [Fact]
    public async Task Attributes_AreRemovedWithWhatTheyDescribe()
    {
        await Write("one");
        folder.Write(Checkpoint + ".attrs", "{}");
        folder.Write(Checkpoint + ".bak.attrs", "{}");

        await Write("two");

        Assert.DoesNotContain(folder.Files(), file => file.EndsWith(".attrs", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ACompressedCheckpoint_IsReadAndReplaced()
    {
        folder.Write(".pulumi/meta.yaml", "version: 1");
        Directory.CreateDirectory(folder.At(".pulumi/stacks/registry"));
        await File.WriteAllBytesAsync(folder.At(Checkpoint + ".gz"), Gzip("one"));
        Assert.Equal("one", await Read());

        await Write("two");

        Assert.Equal("two", await Read());
        Assert.Equal([".pulumi/meta.yaml", Checkpoint, Checkpoint + ".gz.bak"], folder.Files());
    }

    [Fact]
    public async Task Gzip_IsWrittenWhenAskedFor()
    {
        await Write("one", new StoreOptions { Gzip = true });

        Assert.Equal([".pulumi/meta.yaml", Checkpoint + ".gz"], folder.Files());
        Assert.Equal("one", await Read());
    }

    [Fact]
    public async Task OfTwoVariants_TheNewerCounts()
    {
        folder.Write(Checkpoint, "old");
        Directory.CreateDirectory(folder.At(".pulumi/stacks/registry"));
        await File.WriteAllBytesAsync(folder.At(Checkpoint + ".gz"), Gzip("new"));
        File.SetLastWriteTimeUtc(folder.At(Checkpoint), new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        File.SetLastWriteTimeUtc(folder.At(Checkpoint + ".gz"), new DateTime(2026, 1, 2, 0, 0, 0, DateTimeKind.Utc));

        Assert.Equal("new", await Read());
    }

    [Theory]
    [InlineData(new byte[] { 0x28, 0xb5, 0x2f, 0xfd, 0, 0 }, "Zstandard")]
    [InlineData(new byte[] { 0x1f, 0x8b, 0, 0 }, "damaged gzip")]
    public async Task WhatCannotBeDecompressed_IsRefused(byte[] content, string reason)
    {
        Directory.CreateDirectory(folder.At(".pulumi/stacks/registry"));
        await File.WriteAllBytesAsync(folder.At(Checkpoint + ".zst"), content);

        var failure = await Assert.ThrowsAsync<BackendException>(Read);

        Assert.Contains(reason, failure.Message, StringComparison.Ordinal);
        Assert.Contains("dev.json", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(".gz")]
    [InlineData(".zst")]
    public async Task AStack_ExistsWithItsFile_WhateverThatHolds(string compression)
    {
        Assert.False(await Backend().ExistsAsync(Stack, CancellationToken.None));
        folder.Write(Checkpoint + ".bak", "before");
        Assert.False(await Backend().ExistsAsync(Stack, CancellationToken.None));

        folder.Write(Checkpoint + compression, "not read");

        Assert.True(await Backend().ExistsAsync(Stack, CancellationToken.None));
    }

    [Fact]
    public async Task RetainedCheckpoints_LieBesideTheirStamps()
    {
        var backend = Backend(new StoreOptions { RetainCheckpoints = true });

        await backend.WriteCheckpointAsync(Stack, "one"u8.ToArray(), CancellationToken.None);
        await backend.WriteCheckpointAsync(Stack, "two"u8.ToArray(), CancellationToken.None);

        Assert.Equal(("one", "two"), (folder.Read(Checkpoint + ".1787299200000000000"), folder.Read(Checkpoint + ".1787299200000000001")));
    }

    [Fact]
    public async Task Stacks_AreFoundWithTheirTimesAndCounts()
    {
        folder.Write(Checkpoint, Encoding.UTF8.GetString(Tests.State.Fixture.Read("checkpoint-v3.json")));
        folder.Write(".pulumi/stacks/registry/new.json", Encoding.UTF8.GetString(StateDocument.NewStack("organization/registry/new")));
        folder.Write(".pulumi/stacks/other/x.json", Encoding.UTF8.GetString(StateDocument.NewStack("organization/other/x")));
        foreach (var noise in new[] { "dev.json.bak", "dev.json.attrs", "dev.json.123", "dev.pulumi-tags", "dev.journal", "not a name.json", "sub/deep.json" })
            folder.Write($".pulumi/stacks/registry/{noise}", "noise");

        var stacks = await Backend().ListStacksAsync("registry", CancellationToken.None);

        Assert.Equal(
            [
                new StackSummary(Stack, new DateTimeOffset(2026, 8, 21, 8, 0, 0, TimeSpan.Zero).AddTicks(1234567), 7),
                new StackSummary(new StackReference("registry", "new"), null, null),
            ],
            stacks.AsEnumerable());
        Assert.Equal(3, (await Backend().ListStacksAsync(null, CancellationToken.None)).Length);
    }

    [Fact]
    public async Task ARemovedStack_LeavesOnlyItsBackups()
    {
        await Write("one");
        await Backend().AppendHistoryAsync(Stack, Update(), CancellationToken.None);
        folder.Write(".pulumi/stacks/registry/dev.pulumi-tags", "{}");

        await Backend().RemoveStackAsync(Stack, CancellationToken.None);

        Assert.Equal([".pulumi/backups/registry/dev/dev.1787299200000000000.json", ".pulumi/meta.yaml", Checkpoint + ".bak"], folder.Files());
    }

    [Fact]
    public async Task History_IsAPairOfFilesAndABackup()
    {
        await Write("one");

        await Backend().AppendHistoryAsync(Stack, Update(), CancellationToken.None);

        Assert.Equal(
            [
                ".pulumi/backups/registry/dev/dev.1787299200000000000.json",
                ".pulumi/history/registry/dev/dev-1787299200000000000.checkpoint.json",
                ".pulumi/history/registry/dev/dev-1787299200000000000.history.json",
                ".pulumi/meta.yaml",
                Checkpoint,
            ],
            folder.Files());
        Assert.Equal("one", folder.Read(".pulumi/history/registry/dev/dev-1787299200000000000.checkpoint.json"));
        Assert.Equal(
            """{"kind":"update","startTime":1787299190,"message":"a <b>","environment":{"exec.kind":"cli"},"config":{"registry:count":3,"registry:hosts":["a",{"secure":"v1:x:y"}],"registry:name":"r"},"version":0,"result":"succeeded","endTime":1787299200,"resourceChanges":{"create":2,"same":1}}""",
            folder.Read(".pulumi/history/registry/dev/dev-1787299200000000000.history.json"));
    }

    [Fact]
    public async Task History_IsReadNewestFirst()
    {
        await Write("one");
        var backend = Backend();
        await backend.AppendHistoryAsync(Stack, Update(), CancellationToken.None);
        await backend.AppendHistoryAsync(Stack, Update() with { Kind = "destroy", Succeeded = false }, CancellationToken.None);

        var history = await backend.ReadHistoryAsync(Stack, CancellationToken.None);

        Assert.Equal(["destroy", "update"], history.Select(update => update.Kind));
        Assert.Equal(Update().Config.AsEnumerable(), history[1].Config);
        Assert.Equal(Update().ResourceChanges.AsEnumerable(), history[1].ResourceChanges);
        Assert.Equal((Update().StartTime, Update().EndTime, "a <b>", true), (history[1].StartTime, history[1].EndTime, history[1].Message, history[1].Succeeded));
    }

    [Fact]
    public async Task BackupsTurnedOff_AreNotKept()
    {
        await Write("one");

        await Backend(new StoreOptions { KeepBackups = false }).AppendHistoryAsync(Stack, Update(), CancellationToken.None);

        Assert.False(Directory.Exists(folder.At(".pulumi/backups")));
    }

    [Theory]
    [InlineData("version: 2", "version 2")]
    [InlineData("versio: 1", "does not say a version")]
    [InlineData("version: 0", "pulumi state upgrade")]
    [InlineData("[", "not valid YAML")]
    public void AStoreOfAnotherLayout_IsRefused(string meta, string reason)
    {
        folder.Write(".pulumi/meta.yaml", meta);

        var failure = Assert.Throws<BackendException>(() => Backend());

        Assert.Contains(reason, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void StacksWithoutAProject_AreRefused()
    {
        folder.Write(".pulumi/stacks/dev.json", "{}");

        var failure = Assert.Throws<BackendException>(() => Backend());

        Assert.Contains("pulumi state upgrade", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AMissingFolder_IsRefused()
    {
        var failure = Assert.Throws<BackendException>(() => new FileBackend(folder.At("nowhere"), "file://nowhere", new StoreOptions(), LockHolder.Current, clock));

        Assert.Contains("nowhere", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("..", "dev")]
    [InlineData("registry", "../dev")]
    [InlineData("registry", "dev\n")]
    [InlineData("", "dev")]
    public async Task ANameThatLeadsElsewhere_IsRefused(string project, string stack) =>
        await Assert.ThrowsAsync<BackendException>(() => Backend().ReadCheckpointAsync(new StackReference(project, stack), CancellationToken.None));

    [Fact]
    public async Task AFailingWrite_KeepsTheContentAndNamesTheStack()
    {
        await Write("one");
        Directory.CreateDirectory(folder.At(Checkpoint + ".bak"));

        var failure = await Assert.ThrowsAsync<BackendException>(() => Write("two"));

        Assert.Contains("organization/registry/dev", failure.Message, StringComparison.Ordinal);
        Assert.Equal("one", folder.Read(Checkpoint));
    }

    private static UpdateInfo Update() => new(
        "update",
        DateTimeOffset.FromUnixTimeSeconds(1787299190),
        DateTimeOffset.FromUnixTimeSeconds(1787299200),
        "a <b>",
        ImmutableSortedDictionary<string, string>.Empty.Add("exec.kind", "cli"),
        ImmutableSortedDictionary<ConfigKey, ConfigValue>.Empty
            .Add(new ConfigKey("registry", "name"), ConfigValue.FromString("r"))
            .Add(new ConfigKey("registry", "count"), new ConfigValue.Plain("3", ConfigScalarKind.Integer))
            .Add(new ConfigKey("registry", "hosts"), new ConfigValue.List([ConfigValue.FromString("a"), new ConfigValue.Secure("v1:x:y")])),
        true,
        ImmutableSortedDictionary<string, int>.Empty.Add("create", 2).Add("same", 1));

    private static byte[] Gzip(string text)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest))
            gzip.Write(Encoding.UTF8.GetBytes(text));
        return compressed.ToArray();
    }

    private FileBackend Backend(StoreOptions? options = null) =>
        new(folder.Path, "file://test", options ?? new StoreOptions(), LockHolder.Current, clock);

    private Task Write(string content, StoreOptions? options = null) =>
        Backend(options).WriteCheckpointAsync(Stack, Encoding.UTF8.GetBytes(content), CancellationToken.None);

    private async Task<string?> Read() =>
        await Backend().ReadCheckpointAsync(Stack, CancellationToken.None) is { } content ? Encoding.UTF8.GetString(content) : null;
}
