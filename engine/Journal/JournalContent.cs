using Provisioning.Engine.Execution;
using Provisioning.Engine.Secrets;
using Provisioning.Engine.State;
using Provisioning.Engine.State.Json;

namespace Provisioning.Engine.Journal;

/// <summary>What the journal of an interrupted operation holds.</summary>
/// <param name="Header">What it is about.</param>
/// <param name="Entries">Its entries in order.</param>
/// <param name="Length">How many bytes its whole records take; what follows was being written.</param>
/// <param name="LastFlush">The number of the flush that the last whole record was part of.</param>
internal sealed record JournalContent(JournalHeader Header, IReadOnlyList<StateElement> Entries, int Length, int LastFlush)
{
    /// <summary>The digest of the checkpoint that was about to be written; null when the operation had not come so far.</summary>
    public string? CommittedDigest => Entries.Select(entry => entry.Find("commit")?.AsText()).LastOrDefault(digest => digest is not null);

    /// <summary>
    /// The state at the moment of the interruption: ended operations are applied, begun ones are pending.
    /// </summary>
    /// <param name="base">The state of the checkpoint.</param>
    /// <param name="manifest">The manifest of the new state.</param>
    /// <param name="vault">The secrets of the stack.</param>
    /// <param name="secrets">What the entries' secrets were encrypted with.</param>
    /// <param name="cancellationToken">Stops decrypting.</param>
    /// <exception cref="StateException">An entry is not understood.</exception>
    public async Task<Snapshot> ReplayAsync(
        Snapshot @base, Manifest manifest, SecretVault vault, ISecretsManager? secrets, CancellationToken cancellationToken)
    {
        var builder = new SnapshotBuilder(@base);
        foreach (var entry in Entries)
        {
            var plaintexts = await SecretVault.DecryptAsync(entry, secrets, cancellationToken).ConfigureAwait(false);
            Apply(builder, entry, vault.Reader(plaintexts, secrets, StateDocument.NewestVersion));
        }

        return builder.Build(manifest);
    }

    private static void Apply(SnapshotBuilder builder, StateElement entry, ResourceReader resources)
    {
        if (entry.Integer("begin") is { } number)
        {
            builder.Begin(number, entry.Find("resource") is { } resource && OperationKinds.TryParse(entry.Text("type"), out var kind)
                ? new PendingOperation(resources.Read(resource), kind)
                : throw entry.Wrong("an operation with a resource and a known type"));
        }
        else if (entry.Json.TryGetProperty("end", out _))
        {
            var before = entry.Find("before") is { } key ? Key(key) : null;
            var after = entry.Flag("unchanged") ? Unchanged(builder, entry, before) : entry.Find("after") is { } resource ? resources.Read(resource) : null;
            builder.End(entry.Integer("end"), new StateChange(before, after, entry.Flag("keepsPlace")));
        }
        else if (entry.Find("commit") is null)
        {
            throw entry.Wrong("a begin, end or commit entry");
        }
    }

    /// <summary>The resource of an entry that says it is what it was.</summary>
    private static ResourceState Unchanged(SnapshotBuilder builder, StateElement entry, ResourceState? before) =>
        before is null ? throw entry.Wrong("a resource before that is unchanged")
        : builder.Find(before) ?? throw new StateException(
            StateErrorCode.JournalDamaged,
            $"The journal is damaged in {entry.Where}, which says that '{before.Urn}' is unchanged and no record before it nor the state has that resource, so what the interrupted operation did is not fully known. Move the journal away and run 'refresh', which reads it from the cloud.");

    /// <summary>As much of a resource as tells which one it is, see <see cref="ResourceKey"/>.</summary>
    private static ResourceState Key(StateElement key) => new()
    {
        Urn = key.Urn("urn") ?? throw key.Wrong("a resource with a URN"),
        Custom = true,
        Id = key.Text("id"),
        Delete = key.Flag("delete"),
    };
}
