using System.Text;
using Provisioning.Engine.Backends;
using Provisioning.Engine.Journal;
using Provisioning.Engine.Secrets;
using Provisioning.Engine.State;
using Provisioning.Engine.Tests.Backends;

namespace Provisioning.Engine.Tests.Journal;

/// <summary>
/// Journals of each version with records of every kind, as engines wrote them that are in use. The files in Fixtures never
/// change: who was interrupted before an update of the engine is helped by the engine after it.
/// </summary>
public sealed class FrozenJournalTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly ReadableSecrets secrets = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Its_replay_gives_the_state_that_it_gave_when_it_was_written(int version)
    {
        var backend = NewBackend();
        var checkpoint = Read(version, "base.json");
        var serializer = new CheckpointSerializer(secrets);
        var document = StateDocument.ParseCheckpoint(checkpoint, "the base");
        var @base = await serializer.ReadAsync(document, secrets, CancellationToken.None);
        await backend.WriteCheckpointAsync(JournalScenario.Stack, checkpoint, CancellationToken.None);
        await using var journal = backend.JournalOf(JournalScenario.Stack);
        await File.WriteAllBytesAsync(journal.Location, Read(version, "journal"));

        var recovered = await new JournalRecovery(journal, JournalScenario.Stack)
            .ReplayAsync(JournalHeader.DigestOf(checkpoint), @base, JournalScenario.Manifest(), serializer.Vault, secrets, CancellationToken.None);

        Assert.NotNull(recovered);
        Assert.Equal(Text(Read(version, "recovered.json")), Text((await serializer.WriteCheckpointAsync(JournalScenario.Stack, recovered, CancellationToken.None)).Span));
    }

    [Fact]
    public async Task The_same_operations_are_written_in_the_same_bytes()
    {
        var backend = NewBackend();
        var checkpoint = Read(JournalHeader.FormatVersion, "base.json");
        var serializer = new CheckpointSerializer(secrets);
        var location = backend.JournalOf(JournalScenario.Stack).Location;
        await backend.WriteCheckpointAsync(JournalScenario.Stack, checkpoint, CancellationToken.None);
        var journal = new OperationJournal(backend, JournalScenario.Stack, serializer, JournalHeader.DigestOf(checkpoint));

        await InterruptAsync(journal);
        await journal.DisposeAsync();

        Assert.Equal(Text(Read(JournalHeader.FormatVersion, "journal")), await File.ReadAllTextAsync(location));
    }

    /// <summary>One change of each kind; the last creation does not come to its end.</summary>
    private static async Task InterruptAsync(OperationJournal journal)
    {
        var kept = JournalScenario.Kept;
        var created = JournalScenario.Resource("created", "2");
        var replaced = JournalScenario.Resource("replaced", "3");
        var deleted = JournalScenario.Resource("deleted", "4");
        var same = JournalScenario.Resource("same", "6");
        var failed = await journal.BeginAsync(JournalScenario.Creating("failed"), CancellationToken.None);
        await journal.EndAsync(failed, StateChange.None, CancellationToken.None);
        var creation = await journal.BeginAsync(JournalScenario.Creating("created"), CancellationToken.None);
        await journal.EndAsync(creation, StateChange.Added(created), CancellationToken.None);
        var update = await journal.BeginAsync(new PendingOperation(kept, OperationKind.Updating), CancellationToken.None);
        await journal.EndAsync(update, StateChange.Registered(kept, kept with { Outputs = kept.Inputs }), CancellationToken.None);
        await journal.EndAsync(null, StateChange.InPlace(replaced, replaced with { Delete = true }), CancellationToken.None);
        await journal.EndAsync(null, StateChange.Found(replaced with { Id = "5" }), CancellationToken.None);
        await journal.EndAsync(null, StateChange.Registered(same, same) with { IsUnchanged = true }, CancellationToken.None);
        await journal.EndAsync(null, StateChange.Added(JournalScenario.Resource("dependent", "7") with { Dependencies = [same.Urn] }), CancellationToken.None);
        var deletion = await journal.BeginAsync(new PendingOperation(deleted, OperationKind.Deleting), CancellationToken.None);
        await journal.EndAsync(deletion, StateChange.Removed(deleted), CancellationToken.None);
        await journal.BeginAsync(JournalScenario.Creating("pending"), CancellationToken.None);
    }

    private FileBackend NewBackend() => new(folder.Path, "file://test", new StoreOptions(), LockHolder.Current, new FakeClock());

    private static byte[] Read(int version, string name)
    {
        using var stream = typeof(FrozenJournalTests).Assembly.GetManifestResourceStream(typeof(FrozenJournalTests), $"Fixtures.v{version}.{name}")
            ?? throw new InvalidOperationException($"There is no fixture 'v{version}.{name}'.");
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }

    private static string Text(ReadOnlySpan<byte> utf8) => Encoding.UTF8.GetString(utf8);

    /// <summary>Ciphertexts that every run can read, because they hide nothing.</summary>
    private sealed class ReadableSecrets : ISecretsManager
    {
        public string Type => "fake";

        public string StateJson => "{\"salt\":\"v1:abc+/=\"}";

        public ValueTask<string> EncryptAsync(string plaintext, CancellationToken cancellationToken) =>
            new($"v1:readable:{Convert.ToBase64String(Encoding.UTF8.GetBytes(plaintext))}");

        public ValueTask<string> DecryptAsync(string ciphertext, CancellationToken cancellationToken) =>
            new(Encoding.UTF8.GetString(Convert.FromBase64String(ciphertext.Split(':')[2])));
    }
}
