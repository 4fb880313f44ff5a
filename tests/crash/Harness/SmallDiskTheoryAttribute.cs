namespace Provisioning.Crash.Tests.Harness;

/// <summary>
/// A test that needs a disk of its own which is soon full: one in memory, mounted in a namespace of the command. Where that is not
/// allowed, the test is skipped by name.
/// </summary>
internal sealed class SmallDiskTheoryAttribute : TheoryAttribute
{
    private static readonly string[] Namespaces = ["--map-root-user", "--mount"];

    public SmallDiskTheoryAttribute()
    {
        if (!CanMount())
            Skip = "Needs the right to mount a file system in memory, in a user namespace.";
    }

    /// <summary>
    /// A shell command whose command has a folder on a disk of a size, with what the folder held. What is on the disk in the end goes back
    /// to where the folder is for everyone else.
    /// </summary>
    /// <param name="folder">The folder.</param>
    /// <param name="kilobytes">The size of the disk, which gives out pages of four.</param>
    public static string Shell(string folder, int kilobytes) =>
        $"""
        exec unshare {string.Join(' ', Namespaces)} bash -c '
          set -e
          exec 9<"{folder}"
          mount -t tmpfs -o size={kilobytes}k tmpfs "{folder}"
          cp -a /proc/self/fd/9/. "{folder}"
          code=0; "$@" 9<&- || code=$?
          find -H /proc/self/fd/9/ -mindepth 1 -delete
          cp -a "{folder}/." /proc/self/fd/9/
          exit $code' bash "$@"
        """;

    private static bool CanMount() => Namespace.IsAllowed([.. Namespaces, "mount", "-t", "tmpfs", "tmpfs", "/tmp"]);
}
