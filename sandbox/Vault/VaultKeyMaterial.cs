using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Provisioning.Sandbox.Arm;
using Provisioning.Sandbox.Arm.KeyVault;
using Provisioning.Sandbox.Arm.Resources;

namespace Provisioning.Sandbox.Vault;

/// <summary>
/// The keys behind the names, one for each version. Most are never used, so one is made when it is asked for; it then stays, in the part of
/// the resource that nobody sees.
/// </summary>
internal static class VaultKeyMaterial
{
    private const string Member = "versions";

    /// <summary>The version that counts when none is named.</summary>
    public static string CurrentVersion(ArmResource key) =>
        key.Open().TextAt("properties", "keyUriWithVersion") is { } address ? address[(address.LastIndexOf('/') + 1)..] : "";

    /// <summary>Whether a key has a version.</summary>
    public static bool HasVersion(ArmResource key, string version) =>
        version == CurrentVersion(key) || key.OpenSecrets().TextAt(Member, version) is not null;

    /// <summary>The key of a version that it has.</summary>
    public static RSA Open(ArmResource key, string version, ArmWorld arm)
    {
        var secrets = key.OpenSecrets();
        if (secrets.TextAt(Member, version) is { } stored)
        {
            var existing = RSA.Create();
            existing.ImportPkcs8PrivateKey(Convert.FromBase64String(stored), out _);
            return existing;
        }

        var created = RSA.Create((int)(key.Open().NumberAt("properties", "keySize") ?? 2048));
        secrets.Open(Member)[version] = Convert.ToBase64String(created.ExportPkcs8PrivateKey());
        arm.Resources.Put(key with { Secrets = secrets.Freeze() });
        return created;
    }

    /// <summary>Makes a key, or the next version of one that is there; earlier versions go on to work by their names.</summary>
    public static ArmResource Create(ArmId id, JsonObject wanted, Guid caller, ArmWorld arm)
    {
        var existing = arm.Resources.Find(id);
        if (existing is not null)
        {
            Open(existing, CurrentVersion(existing), arm).Dispose();
            existing = arm.Resources.Find(id);
        }

        var key = new ArmResource
        {
            Id = existing?.Id ?? id.Value,
            Body = new JsonObject { ["properties"] = VaultKey.Create(id, wanted, arm) }.Freeze(),
            Secrets = existing?.Secrets,
            CreatedAt = existing?.CreatedAt ?? arm.Sandbox.Now,
            CreatedBy = existing?.CreatedBy ?? caller,
            ModifiedAt = arm.Sandbox.Now,
            ModifiedBy = caller,
            Revision = (existing?.Revision ?? 0) + 1,
        };
        arm.Resources.Put(key);
        return key;
    }
}
