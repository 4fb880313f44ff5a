using Provisioning.Engine.State;
using Provisioning.Engine.State.Json;

namespace Provisioning.Engine.Journal;

/// <summary>The JSON of journal records, secrets encrypted.</summary>
/// <param name="vault">Encrypts the secrets of the stack.</param>
internal sealed class JournalRecordWriter(SecretVault vault)
{
    /// <summary>The JSON of the first record.</summary>
    public static ReadOnlyMemory<byte> Write(JournalHeader header)
    {
        var json = new GoJsonWriter();
        json.StartObject();
        json.Name("journal");
        json.Number(JournalHeader.FormatVersion);
        json.Name("stack");
        json.String(header.Stack);
        json.Name("base");
        json.String(header.BaseDigest);
        json.EndObject();
        return json.WrittenMemory;
    }

    /// <summary>The JSON of the last record, which holds no secret.</summary>
    public static ReadOnlyMemory<byte> Write(JournalEntry.Commit commit)
    {
        var json = new GoJsonWriter();
        json.StartObject();
        WriteCommit(json, commit);
        json.EndObject();
        return json.WrittenMemory;
    }

    /// <summary>The JSON of an entry.</summary>
    /// <exception cref="StateException">It holds a secret, and there is nothing to encrypt it with.</exception>
    public Task<ReadOnlyMemory<byte>> WriteAsync(JournalEntry entry, CancellationToken cancellationToken) => vault.WriteAsync(
        (json, values) =>
        {
            json.StartObject();
            switch (entry)
            {
                case JournalEntry.Begin begin:
                    json.Name("begin");
                    json.Number(begin.Number);
                    json.Name("type");
                    json.String(begin.Operation.Kind.Name());
                    json.Name("resource");
                    Write(json, values, begin.Operation.Resource);
                    break;
                case JournalEntry.End end:
                    WriteEnd(json, values, end);
                    break;
                case JournalEntry.Commit commit:
                    WriteCommit(json, commit);
                    break;
                default:
                    throw new InvalidOperationException($"Unhandled entry {entry.GetType()}.");
            }

            json.EndObject();
        },
        cancellationToken,
        capacity: entry is JournalEntry.Begin or JournalEntry.End { Change: { IsUnchanged: false, After: not null } } ? CheckpointSerializer.UsualResourceBytes : 0);

    private static void WriteCommit(GoJsonWriter json, JournalEntry.Commit commit)
    {
        json.Name("commit");
        json.String(commit.CheckpointDigest);
    }

    private static void WriteEnd(GoJsonWriter json, Func<Urn, PropertyValueWriter> values, JournalEntry.End end)
    {
        json.Name("end");
        if (end.Operation is { } operation)
            json.Number(operation);
        else
            json.Null();

        if (end.Change.Before is { } before)
        {
            json.Name("before");
            json.StartObject();
            json.Name("urn");
            json.String(before.Urn.ToString());
            json.Name("id");
            json.String(before.Id);
            json.Name("delete");
            json.Boolean(before.Delete);
            json.EndObject();
        }

        if (end.Change.IsUnchanged)
        {
            json.Name("unchanged");
            json.Boolean(true);
        }
        else if (end.Change.After is { } after)
        {
            json.Name("after");
            Write(json, values, after);
        }

        json.Name("keepsPlace");
        json.Boolean(end.Change.KeepsPlace);
    }

    private static void Write(GoJsonWriter json, Func<Urn, PropertyValueWriter> values, ResourceState resource) =>
        new ResourceWriter(json, values(resource.Urn)).Write(resource, withAliases: true);
}
