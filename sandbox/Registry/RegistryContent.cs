using System.Security.Cryptography;
using Provisioning.Sandbox.Arm.Resources;
using Provisioning.Sandbox.World;

namespace Provisioning.Sandbox.Registry;

/// <summary>The manifests and layers of all registries.</summary>
internal sealed class RegistryContent(SandboxWorld world)
{
    private readonly WorldTable<RegistryArtifact> _manifests = world.Table<RegistryArtifact>("manifests");
    private readonly WorldTable<RegistryArtifact> _layers = world.Table<RegistryArtifact>("layers");

    /// <summary>The digest of some content.</summary>
    public static string DigestOf(byte[] content) => "sha256:" + Convert.ToHexStringLower(SHA256.HashData(content));

    /// <summary>A manifest by tag or digest, or null.</summary>
    public RegistryArtifact? FindManifest(ArmResource registry, string repository, string reference) => Find(_manifests, registry, repository, reference);

    /// <summary>A layer by digest, or null.</summary>
    public RegistryArtifact? FindLayer(ArmResource registry, string repository, string digest) => Find(_layers, registry, repository, digest);

    /// <summary>Stores a manifest under its tag and its digest.</summary>
    public RegistryArtifact PutManifest(ArmResource registry, string repository, string reference, string mediaType, byte[] content)
    {
        var manifest = Create(registry, repository, DigestOf(content), mediaType, content);
        foreach (var name in new[] { reference, manifest.Digest })
            _manifests.Put(Key(registry, repository, name), manifest with { Reference = name });
        return manifest;
    }

    /// <summary>Stores a layer under its digest.</summary>
    public RegistryArtifact PutLayer(ArmResource registry, string repository, byte[] content)
    {
        var layer = Create(registry, repository, DigestOf(content), "application/octet-stream", content);
        _layers.Put(Key(registry, repository, layer.Digest), layer);
        return layer;
    }

    /// <summary>The repositories of a registry in the order of their names.</summary>
    public IReadOnlyList<string> Repositories(ArmResource registry) =>
        [.. Of(registry).Select(manifest => manifest.Repository).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>The tags of a repository in the order of their names.</summary>
    public IReadOnlyList<string> Tags(ArmResource registry, string repository) =>
    [
        .. Of(registry).Where(manifest => manifest.Repository == repository && !manifest.Reference.Contains(':'))
            .Select(manifest => manifest.Reference)
            .Order(StringComparer.Ordinal),
    ];

    private static RegistryArtifact Create(ArmResource registry, string repository, string digest, string mediaType, byte[] content) =>
        new(registry.ArmId.Key, registry.CreatedAt, repository, digest, digest, mediaType, content);

    private static RegistryArtifact? Find(WorldTable<RegistryArtifact> table, ArmResource registry, string repository, string reference) =>
        table.Find(Key(registry, repository, reference)) is { } artifact && artifact.Epoch == registry.CreatedAt ? artifact : null;

    private static string Key(ArmResource registry, string repository, string reference) => $"{registry.ArmId.Key}/{repository}@{reference}";

    private IEnumerable<RegistryArtifact> Of(ArmResource registry) =>
        _manifests.Where(manifest => manifest.Registry == registry.ArmId.Key && manifest.Epoch == registry.CreatedAt);
}
