using System.Security.Cryptography;
using System.Text;
using Provisioning.Engine.Planning;
using Provisioning.Protocol.Values;

namespace Provisioning.Engine.Assets;

/// <summary>
/// Gives assets and archives the hashes of what they hold, by which changes of it are seen. What has one keeps it.
/// </summary>
/// <param name="directory">The folder that paths are relative to: the program's.</param>
/// <remarks>Follows Pulumi's sdk/go/common/resource/asset and archive.</remarks>
internal sealed class AssetHasher(string directory)
{
    private static readonly string[] ArchiveFiles = [".tar", ".tgz", ".tar.gz", ".zip", ".jar"];

    /// <summary>The values with all hashes.</summary>
    /// <exception cref="AssetException">Something cannot be read.</exception>
    public PropertyMap Hash(PropertyMap map) => map.Select(Hash);

    private PropertyValue Hash(PropertyValue value) => value switch
    {
        PropertyValue.AssetValue { Hash: "" } asset => asset with { Hash = Convert.ToHexStringLower(SHA256.HashData(Read(asset))) },
        PropertyValue.ArchiveValue { Hash: "" } archive => HashArchive(archive),
        PropertyValue.OutputValue { Element: { } element } output => output with { Element = Hash(element) },
        _ => value.SelectElements(Hash),
    };

    private PropertyValue.ArchiveValue HashArchive(PropertyValue.ArchiveValue archive)
    {
        if (archive.Assets is null && ArchiveFiles.Any(suffix => Location(archive.Path, archive.Uri).EndsWith(suffix, StringComparison.OrdinalIgnoreCase)))
            return archive with { Hash = Convert.ToHexStringLower(SHA256.HashData(ReadFile(archive.Path, archive.Uri))) };

        using var tar = new TarHash();
        foreach (var (name, content) in Members(archive).OrderBy(member => member.Name, StringComparer.Ordinal))
            tar.Add(name, content());
        return archive with { Hash = tar.End(), Assets = archive.Assets is null ? null : Hash(archive.Assets) };
    }

    private IEnumerable<(string Name, Func<byte[]> Content)> Members(PropertyValue.ArchiveValue archive)
    {
        if (archive.Assets is null)
            return Files(Path.GetFullPath(Location(archive.Path, archive.Uri), directory));

        return archive.Assets.AsEnumerable().SelectMany(member => member.Value switch
        {
            PropertyValue.AssetValue asset => [(member.Key, () => Read(asset))],
            PropertyValue.ArchiveValue nested => Members(nested).Select(inner => ($"{member.Key}/{inner.Name}", inner.Content)),
            _ => throw new AssetException($"The member '{member.Key}' of an archive is neither an asset nor an archive."),
        });
    }

    private static IEnumerable<(string Name, Func<byte[]> Content)> Files(string folder) => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(file => (Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/'), (Func<byte[]>)(() => File.ReadAllBytes(file))))
        : throw new AssetException($"The folder '{folder}' of an archive does not exist; check its path.");

    private byte[] Read(PropertyValue.AssetValue asset) => asset is { Path: null or "", Uri: null or "" }
        ? Encoding.UTF8.GetBytes(asset.Text ?? "")
        : ReadFile(asset.Path, asset.Uri);

    private byte[] ReadFile(string? path, string? uri)
    {
        var file = Path.GetFullPath(Location(path, uri), directory);
        try
        {
            return File.ReadAllBytes(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new AssetException($"The file '{file}' of an asset cannot be read: {exception.Message}", exception);
        }
    }

    private static string Location(string? path, string? uri)
    {
        if (!string.IsNullOrEmpty(path))
            return path;
        return Uri.TryCreate(uri, UriKind.Absolute, out var address) && address.IsFile
            ? address.LocalPath
            : throw new AssetException($"The asset '{uri}' is not a file of this machine; download it and use its path.");
    }
}
