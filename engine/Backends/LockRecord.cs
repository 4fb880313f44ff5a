using System.Text.Json;
using Provisioning.Engine.State;
using Provisioning.Engine.State.Json;

namespace Provisioning.Engine.Backends;

/// <summary>
/// The content of a lock file, in Pulumi's form (pkg/backend/diy/lock.go). The members <c>processIdentity</c> and
/// <c>lease</c> are ours; Pulumi overlooks them.
/// </summary>
/// <param name="Holder">Who made it.</param>
/// <param name="Timestamp">When.</param>
public sealed record LockRecord(LockHolder Holder, Timestamp Timestamp)
{
    /// <summary>The lease that ends when the holder does, in backends that have such; empty when the lock has no term.</summary>
    public string Lease { get; init; } = "";

    /// <summary>Parses a lock file; null when it cannot be understood, which makes it no less of a lock.</summary>
    public static LockRecord? TryParse(ReadOnlySpan<byte> utf8)
    {
        try
        {
            var root = new StateElement(JsonElement.Parse(utf8), "lock");
            return new LockRecord(
                new LockHolder(root.Integer("pid") ?? 0, root.Text("username"), root.Text("hostname"), root.Text("processIdentity")), root.Time("timestamp") ?? default)
            {
                Lease = root.Text("lease"),
            };
        }
        catch (Exception exception) when (exception is JsonException or StateException)
        {
            return null;
        }
    }

    /// <summary>Whether the holder has ended without giving the lock back. Told only of locks of this engine and the same user.</summary>
    /// <param name="observer">Who wants to know.</param>
    public bool IsAbandoned(LockHolder observer) =>
        Holder.UserName == observer.UserName && ProcessIdentity.HasEnded(Holder.ProcessIdentity, Holder.ProcessId);

    /// <summary>The file's content.</summary>
    public byte[] ToJson()
    {
        var json = new GoJsonWriter(escapeHtml: true);
        json.StartObject();
        json.Name("pid");
        json.Number(Holder.ProcessId);
        json.Name("username");
        json.String(Holder.UserName);
        json.Name("hostname");
        json.String(Holder.HostName);
        json.Name("timestamp");
        json.String(Timestamp.ToString());
        if (Holder.ProcessIdentity.Length > 0)
        {
            json.Name("processIdentity");
            json.String(Holder.ProcessIdentity);
        }

        if (Lease.Length > 0)
        {
            json.Name("lease");
            json.String(Lease);
        }

        json.EndObject();
        return json.Written.ToArray();
    }
}
