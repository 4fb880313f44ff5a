using System.Collections.Immutable;
using Provisioning.Engine.Projects;

namespace Provisioning.Engine.Backends;

/// <summary>Decides where states are kept, and opens the backend of a URL.</summary>
/// <param name="environment">Reads variables.</param>
/// <param name="workingDirectory">What relative paths start from.</param>
public sealed class BackendLocation(EnvironmentReader environment, string workingDirectory)
{
    private const string FileScheme = "file://";

    private static readonly string[] ObjectStoreSchemes = ["azblob://", "s3://", "gs://", "postgres://"];

    /// <summary>Opens backends other than folders, by the scheme of their URLs with <c>://</c>. None is called for a folder.</summary>
    public ImmutableDictionary<string, BackendOpener> Openers { get; init; } = ImmutableDictionary<string, BackendOpener>.Empty;

    /// <summary>
    /// The URL of a project's backend: <c>PULUMI_BACKEND_URL</c>, else <c>backend.url</c> of <c>Pulumi.yaml</c>, else
    /// the project's own folder, which then holds <c>.pulumi</c>.
    /// </summary>
    public string Resolve(Project project) =>
        environment("PULUMI_BACKEND_URL") is { Length: > 0 } url ? url
        : project.BackendUrl is { Length: > 0 } declared ? declared
        : FileUrl(project.RootDirectory);

    /// <summary>Opens the backend of a URL.</summary>
    /// <exception cref="BackendException">There is no such kind of backend, or it cannot be used.</exception>
    public IStateBackend Open(string url, LockHolder holder, TimeProvider time)
    {
        if (url.StartsWith(FileScheme, StringComparison.Ordinal))
            return new FileBackend(Directory(url), url, StoreOptions.FromEnvironment(environment), holder, time);

        if (Openers.FirstOrDefault(opener => url.StartsWith(opener.Key, StringComparison.Ordinal)).Value is { } open)
            return open(url, environment, holder, time);

        if (ObjectStoreSchemes.FirstOrDefault(scheme => url.StartsWith(scheme, StringComparison.Ordinal)) is { } known)
            throw new BackendException($"Backends of the kind '{known}' are not supported yet; use {Supported()}, or Pulumi's own CLI.");

        throw new BackendException($"'{url}' is not a self-managed backend; use {Supported()}, or Pulumi's own CLI for Pulumi Cloud.");
    }

    /// <summary>The folder of a <c>file://</c> URL: without its query, <c>~</c> replaced, absolute.</summary>
    internal string Directory(string url)
    {
        var path = url[FileScheme.Length..].Split('?', 2)[0];
        if (path == "~" || path.StartsWith("~/", StringComparison.Ordinal))
            path = PulumiHome.UserDirectory(environment) + path[1..];

        // On Windows the drive comes behind a slash: file:///C:/state.
        if (OperatingSystem.IsWindows() && path is ['/', _, ':', ..])
            path = path[1..];
        return Path.GetFullPath(path.Length == 0 ? "." : path, workingDirectory);
    }

    private string Supported() =>
        string.Concat(Openers.Keys.Order(StringComparer.Ordinal).Select(scheme => $"'{scheme}…', ").Prepend("a folder, 'file://<path>', "))[..^2];

    private static string FileUrl(string folder) =>
        FileScheme + (folder.StartsWith('/') ? folder : "/" + folder.Replace('\\', '/'));
}
