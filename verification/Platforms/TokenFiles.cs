namespace Provisioning.Verification.Platforms;

/// <summary>Files that hold platform tokens for as long as a verification lasts, readable by their owner alone.</summary>
internal sealed class TokenFiles : IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    // A temporary directory is made with mode 0700.
    private readonly Lazy<DirectoryInfo> folder = new(() => Directory.CreateTempSubdirectory("provision-verify-"));
    private int count;

    /// <summary>Writes a token and returns the path of its file.</summary>
    public async Task<string> WriteAsync(string token, CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder.Value.FullName, $"token-{Interlocked.Increment(ref count)}");
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;
        await using var writer = new StreamWriter(path, options);
        await writer.WriteAsync(token.AsMemory(), cancellationToken);
        return path;
    }

    /// <summary>Deletes the files.</summary>
    public void Dispose()
    {
        if (folder.IsValueCreated)
            folder.Value.Delete(recursive: true);
    }
}
