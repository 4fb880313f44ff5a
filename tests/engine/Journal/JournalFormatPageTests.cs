using System.Text;
using Provisioning.Engine.Journal;
using Provisioning.Engine.State;

namespace Provisioning.Engine.Tests.Journal;

public sealed class JournalFormatPageTests
{
    [Fact]
    public async Task TheExampleOfThePage_IsAJournal()
    {
        var journal = await ExampleAsync(0);

        Assert.Equal(JournalHeader.DigestOf(StateDocument.NewStack("organization/registry/dev")), journal.Header.BaseDigest);
        var snapshot = await ReplayAsync(journal, Snapshot.Empty);
        Assert.Equal(["registry-dev", "images"], snapshot.Resources.Select(resource => resource.Urn.Name));
        Assert.Empty(snapshot.PendingOperations);
    }

    [Fact]
    public async Task TheSecondExample_LeavesTheStateOfTheFirstAsItIs()
    {
        var first = await ReplayAsync(await ExampleAsync(0), Snapshot.Empty);
        var checkpoint = await CheckpointAsync(first);

        var second = await ExampleAsync(1);

        Assert.Equal(JournalHeader.DigestOf(checkpoint.Span), second.Header.BaseDigest);
        Assert.Equal(2, second.Entries.Count);
        Assert.Equal(Encoding.UTF8.GetString(checkpoint.Span), Encoding.UTF8.GetString((await CheckpointAsync(await ReplayAsync(second, first))).Span));
    }

    [Fact]
    public async Task AWrittenJournal_LooksLikeTheExample()
    {
        var line = new JournalLine(0, 1, JournalRecordWriter.Write(new JournalHeader("organization/registry/dev", JournalHeader.DigestOf(StateDocument.NewStack("organization/registry/dev")))));

        var page = await File.ReadAllTextAsync(Path.Combine(RepositoryRoot(), "docs", "journal-format.md"));

        Assert.Contains(Encoding.UTF8.GetString(line.ToUtf8().Span), page, StringComparison.Ordinal);
    }

    /// <summary>The journal in a block of the page.</summary>
    private static async Task<JournalContent> ExampleAsync(int index)
    {
        var page = await File.ReadAllTextAsync(Path.Combine(RepositoryRoot(), "docs", "journal-format.md"));
        var block = page.Split("```text\n")[index + 1];
        return JournalReader.Parse(Encoding.UTF8.GetBytes(block[..block.IndexOf("```", StringComparison.Ordinal)]), "dev.journal")
            ?? throw new InvalidOperationException("The page has no such example.");
    }

    private static Task<Snapshot> ReplayAsync(JournalContent journal, Snapshot @base) =>
        journal.ReplayAsync(@base, JournalScenario.Manifest(), new CheckpointSerializer(null).Vault, null, CancellationToken.None);

    private static Task<ReadOnlyMemory<byte>> CheckpointAsync(Snapshot snapshot) =>
        new CheckpointSerializer(null).WriteCheckpointAsync(JournalScenario.Stack, snapshot, CancellationToken.None);

    private static string RepositoryRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Provisioning.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException("Provisioning.sln was not found above the tests.");
    }
}
