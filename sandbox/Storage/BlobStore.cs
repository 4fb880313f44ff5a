using System.Text;
using Provisioning.Sandbox.Arm.Resources;
using Provisioning.Sandbox.World;

namespace Provisioning.Sandbox.Storage;

/// <summary>The blobs of all accounts.</summary>
internal sealed class BlobStore(SandboxWorld world)
{
    private readonly WorldTable<BlobRecord> _table = world.Table<BlobRecord>("blobs");

    /// <summary>A blob of a container, or null.</summary>
    public BlobRecord? Find(ArmResource container, string name) =>
        _table.Find(Key(container, name)) is { } blob && blob.Epoch == container.CreatedAt ? blob : null;

    /// <summary>The blobs of a container whose names begin with a text, in the order of their names.</summary>
    public IReadOnlyList<BlobRecord> List(ArmResource container, string prefix) =>
    [
        .. _table.Where(blob => blob.Container == container.ArmId.Key && blob.Epoch == container.CreatedAt)
            .Where(blob => blob.Name.StartsWith(prefix, StringComparison.Ordinal))
            .OrderBy(blob => blob.Name, StringComparer.Ordinal),
    ];

    /// <summary>Writes a blob.</summary>
    public BlobRecord Put(ArmResource container, string name, byte[] content, string? contentType, DateTimeOffset at)
    {
        var blob = new BlobRecord(container.ArmId.Key, container.CreatedAt, name, content, contentType, at);
        _table.Put(Key(container, name), blob);
        return blob;
    }

    /// <summary>Deletes a blob.</summary>
    public void Remove(ArmResource container, string name) => _table.Remove(Key(container, name));

    /// <summary>Tables compare keys without case, blobs their names with it; so a key holds the name's bytes in hexadecimal.</summary>
    private static string Key(ArmResource container, string name) =>
        $"{container.ArmId.Key}/{Convert.ToHexStringLower(Encoding.UTF8.GetBytes(name))}";
}
