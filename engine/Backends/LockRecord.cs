using System.Text.Json;
using Provisioning.Engine.State;
using Provisioning.Engine.State.Json;

namespace Provisioning.Engine.Backends;

/// <summary>The content of a lock file, in Pulumi's form (pkg/backend/diy/lock.go).</summary>
/// <param name="Holder">Who made it.</param>
/// <param name="Timestamp">When.</param>
internal sealed record LockRecord(LockHolder Holder, Timestamp Timestamp)
{
    /// <summary>Parses a lock file; null when it cannot be understood, which makes it no less of a lock.</summary>
    public static LockRecord? TryParse(ReadOnlySpan<byte> utf8)
    {
        try
        {
            var root = new StateElement(JsonElement.Parse(utf8), "lock");
            return new LockRecord(
                new LockHolder(root.Integer("pid") ?? 0, root.Text("username"), root.Text("hostname")), root.Time("timestamp") ?? default);
        }
        catch (Exception exception) when (exception is JsonException or StateException)
        {
            return null;
        }
    }

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
        json.EndObject();
        return json.Written.ToArray();
    }
}
