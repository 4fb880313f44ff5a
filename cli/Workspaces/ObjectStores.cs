using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Provisioning.Backends.Azure.Blobs;
using Provisioning.Engine.Backends;
using Provisioning.Engine.Projects;

namespace Provisioning.Cli.Workspaces;

/// <summary>The backends that are not folders.</summary>
internal static class ObjectStores
{
    /// <summary>What opens them, by the scheme of their URLs.</summary>
    public static ImmutableDictionary<string, BackendOpener> Openers { get; } =
        ImmutableDictionary<string, BackendOpener>.Empty.Add("azblob://", OpenBlobs);

    /// <summary>A method of its own: what it refers to is loaded when it is called, and a start on a folder stays fast.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static IStateBackend OpenBlobs(string url, EnvironmentReader environment, LockHolder holder, TimeProvider time) =>
        BlobBackend.Open(url, environment, holder, time);
}
