using System.Text.Json;

namespace Provisioning.Sandbox.Hosting;

/// <summary>The directory a sandbox lives in: private to its user, held by one process at a time.</summary>
internal sealed class StateDirectory : IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly FileStream _lock;

    private StateDirectory(string root, FileStream held)
    {
        Root = root;
        _lock = held;
    }

    /// <summary>Absolute path of the directory.</summary>
    public string Root { get; }

    /// <summary>Takes the directory, made when absent, and gives it mode 0700.</summary>
    /// <exception cref="SandboxAlreadyRunningException">Another process holds it.</exception>
    public static StateDirectory Hold(string path)
    {
        var root = Path.GetFullPath(path);
        Directory.CreateDirectory(root);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(root, OwnerOnly | UnixFileMode.UserExecute);

        try
        {
            return new StateDirectory(root, OpenPrivate(Path.Combine(root, "lock"), FileMode.OpenOrCreate, FileShare.None));
        }
        catch (IOException)
        {
            throw new SandboxAlreadyRunningException(root);
        }
    }

    /// <summary>Whether a process holds the directory. The operating system gives a hold up when its process ends, however it ends.</summary>
    public static bool IsHeld(string path)
    {
        var file = Path.Combine(path, "lock");
        if (!File.Exists(file))
            return false;

        try
        {
            using var probe = new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }

    /// <summary>Where a running sandbox says how to reach it.</summary>
    public static string ConnectionFile(string root) => Path.Combine(root, "connection.json");

    /// <summary>Path of a file in the directory.</summary>
    public string PathOf(string name) => Path.Combine(Root, name);

    /// <summary>Replaces a file in one step, readable by its owner alone.</summary>
    public void Write(string path, ReadOnlySpan<byte> content)
    {
        var temporary = path + ".tmp";
        using (var stream = OpenPrivate(temporary, FileMode.Create))
        {
            stream.Write(content);
            stream.Flush(flushToDisk: true);
        }

        File.Move(temporary, path, overwrite: true);
    }

    /// <summary>Replaces a file by a value in readable JSON.</summary>
    public void WriteJson<T>(string path, T value) => Write(path, JsonSerializer.SerializeToUtf8Bytes(value, SandboxJson.Indented.TypeInfo<T>()));

    /// <summary>Opens a file that only its owner may read; others of the owner's programs may read along unless told otherwise.</summary>
    public static FileStream OpenPrivate(string path, FileMode mode, FileShare share = FileShare.Read)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.ReadWrite, Share = share };
        if (!OperatingSystem.IsWindows() && mode is not FileMode.Open)
            options.UnixCreateMode = OwnerOnly;
        return new FileStream(path, options);
    }

    /// <inheritdoc/>
    public void Dispose() => _lock.Dispose();
}
