using Provisioning.Sandbox.Arm.Resources;
using Provisioning.Sandbox.Hosting;
using Provisioning.Sandbox.World;

namespace Provisioning.Sandbox.Registry;

/// <summary>The uploads that have begun and are neither complete nor cancelled. Such an upload shows in no list of the registry.</summary>
internal sealed class RegistryUploads(SandboxContext sandbox)
{
    private readonly WorldTable<RegistryUpload> _open = sandbox.World.Table<RegistryUpload>("uploads");

    /// <summary>Begins an upload.</summary>
    /// <returns>Its id.</returns>
    public string Begin(ArmResource registry, string repository)
    {
        var id = sandbox.Random.NewGuid().ToString();
        _open.Put(Key(registry, repository, id), new RegistryUpload(registry.ArmId.Key, registry.CreatedAt, repository));
        return id;
    }

    /// <summary>Whether an upload has begun and not ended.</summary>
    public bool IsOpen(ArmResource registry, string repository, string id) =>
        _open.Find(Key(registry, repository, id)) is { } upload && upload.Epoch == registry.CreatedAt;

    /// <summary>Ends an upload, complete or not.</summary>
    public void End(ArmResource registry, string repository, string id) => _open.Remove(Key(registry, repository, id));

    private static string Key(ArmResource registry, string repository, string id) => $"{registry.ArmId.Key}/{repository}@{id}";
}
