namespace Provisioning.Crash.Tests.Harness;

/// <summary>
/// A test that needs a folder which the process cannot write. Root writes everywhere, so root mounts it read-only in a namespace of its own;
/// where that is not allowed, the test is skipped by name.
/// </summary>
internal sealed class ReadOnlyFolderFactAttribute : FactAttribute
{
    private static readonly bool IsRoot = Environment.UserName == "root";

    public ReadOnlyFolderFactAttribute()
    {
        if (OperatingSystem.IsWindows() || (IsRoot && !CanMount()))
            Skip = "Needs a user other than root, or a root that may mount: root writes to every folder.";
    }

    /// <summary>A shell command that makes a folder read-only for the command it runs, and for no other.</summary>
    public static string Shell(string folder) => IsRoot
        ? $"exec unshare --mount bash -c 'mount --bind \"{folder}\" \"{folder}\" && mount -o remount,ro,bind \"{folder}\" && exec \"$@\"' bash \"$@\""
        : $"chmod a-w \"{folder}\"; \"$@\"; code=$?; chmod u+w \"{folder}\"; exit $code";

    private static bool CanMount() => Namespace.IsAllowed(["--mount", "mount", "--bind", "/tmp", "/tmp"]);
}
