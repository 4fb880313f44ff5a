using System.Text;
using Provisioning.Engine.Journal;
using Provisioning.Engine.State;

namespace Provisioning.Engine.Tests.Journal;

public sealed class JournalFormatPageTests
{
    [Fact]
    public async Task TheExampleOfThePage_IsAJournal()
    {
        var page = await File.ReadAllTextAsync(Path.Combine(RepositoryRoot(), "docs", "journal-format.md"));
        var start = page.IndexOf("```text\n", StringComparison.Ordinal) + "```text\n".Length;

        var journal = JournalReader.Parse(Encoding.UTF8.GetBytes(page[start..page.IndexOf("```", start, StringComparison.Ordinal)]), "dev.journal");

        Assert.NotNull(journal);
        Assert.Equal(JournalHeader.DigestOf(StateDocument.NewStack("organization/registry/dev")), journal.Header.BaseDigest);
        var snapshot = await journal.ReplayAsync(
            Snapshot.Empty, JournalScenario.Manifest(), new CheckpointSerializer(null).Vault, null, CancellationToken.None);
        Assert.Equal(["registry-dev", "images"], snapshot.Resources.Select(resource => resource.Urn.Name));
        Assert.Empty(snapshot.PendingOperations);
    }

    [Fact]
    public async Task AWrittenJournal_LooksLikeTheExample()
    {
        using var stream = new MemoryStream();
        new JournalLine(0, 1, JournalRecordWriter.Write(new JournalHeader("organization/registry/dev", JournalHeader.DigestOf(StateDocument.NewStack("organization/registry/dev")))))
            .WriteTo(stream);

        var page = await File.ReadAllTextAsync(Path.Combine(RepositoryRoot(), "docs", "journal-format.md"));

        Assert.Contains(Encoding.UTF8.GetString(stream.ToArray()), page, StringComparison.Ordinal);
    }

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
