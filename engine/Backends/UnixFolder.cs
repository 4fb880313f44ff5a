using System.Runtime.InteropServices;

namespace Provisioning.Engine.Backends;

/// <summary>Flushes folders by the system's own calls, because .NET opens files only.</summary>
internal static class UnixFolder
{
    /// <summary>O_RDONLY; every Unix lets a folder be opened for reading, and has 0 for it.</summary>
    private const int ReadOnly = 0;

    /// <summary>EINVAL and EBADF on every Unix: the file system has no way to flush a folder, which then needs none.</summary>
    private static readonly int[] NotSupported = [22, 9];

    /// <summary>Flushes the names in a folder to the disk.</summary>
    /// <exception cref="IOException">The folder cannot be opened, or the disk has failed.</exception>
    public static void Flush(string folder)
    {
        var descriptor = Open(folder, ReadOnly);
        if (descriptor < 0)
            throw new IOException($"The folder '{folder}' cannot be opened to flush it: {Marshal.GetLastPInvokeErrorMessage()}.");
        try
        {
            if (Synchronize(descriptor) != 0 && !NotSupported.Contains(Marshal.GetLastPInvokeError()))
                throw new IOException($"The folder '{folder}' cannot be flushed: {Marshal.GetLastPInvokeErrorMessage()}.");
        }
        finally
        {
            _ = Close(descriptor);
        }
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Synchronize(int descriptor);

    [DllImport("libc", EntryPoint = "close", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int descriptor);
}
