using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using Provisioning.Sandbox.Arm.Resources;

namespace Provisioning.Sandbox.Registry;

/// <summary>A small image that any client can pull: an OCI manifest, a configuration, and one layer with one file.</summary>
internal static class BaseImage
{
    private const string ManifestType = "application/vnd.oci.image.manifest.v1+json";
    private const string ConfigurationType = "application/vnd.oci.image.config.v1+json";
    private const string LayerType = "application/vnd.oci.image.layer.v1.tar+gzip";

    /// <summary>Puts the image into a repository of a registry.</summary>
    public static void Push(RegistryContent content, ArmResource registry, string repository, string tag)
    {
        var archive = Archive($"{repository}:{tag}\n");
        var layer = Compress(archive);
        var configuration = Bytes(Configuration(RegistryContent.DigestOf(archive)));
        var manifest = new JsonObject
        {
            ["schemaVersion"] = 2,
            ["mediaType"] = ManifestType,
            ["config"] = Descriptor(ConfigurationType, configuration),
            ["layers"] = new JsonArray(Descriptor(LayerType, layer)),
        };
        content.PutLayer(registry, repository, layer);
        content.PutLayer(registry, repository, configuration);
        content.PutManifest(registry, repository, tag, ManifestType, Bytes(manifest));
    }

    private static JsonObject Configuration(string layerDigest) => new()
    {
        ["architecture"] = "amd64",
        ["os"] = "linux",
        ["config"] = new JsonObject { ["Env"] = new JsonArray("PATH=/usr/local/bin:/usr/bin:/bin") },
        ["rootfs"] = new JsonObject { ["type"] = "layers", ["diff_ids"] = new JsonArray(layerDigest) },
    };

    private static JsonObject Descriptor(string mediaType, byte[] content) => new()
    {
        ["mediaType"] = mediaType,
        ["digest"] = RegistryContent.DigestOf(content),
        ["size"] = content.Length,
    };

    /// <summary>An archive with one file. It is the same at every start, so that its digest is, too.</summary>
    private static byte[] Archive(string text)
    {
        using var archive = new MemoryStream();
        using (var writer = new TarWriter(archive, TarEntryFormat.Ustar, leaveOpen: true))
        {
            writer.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, "etc/image")
            {
                ModificationTime = DateTimeOffset.UnixEpoch,
                DataStream = new MemoryStream(Encoding.UTF8.GetBytes(text)),
            });
        }

        return archive.ToArray();
    }

    private static byte[] Compress(byte[] content)
    {
        using var compressed = new MemoryStream();
        using (var writer = new GZipStream(compressed, CompressionLevel.Optimal, leaveOpen: true))
            writer.Write(content);
        return compressed.ToArray();
    }

    private static byte[] Bytes(JsonObject document) => Encoding.UTF8.GetBytes(document.ToJsonString());
}
