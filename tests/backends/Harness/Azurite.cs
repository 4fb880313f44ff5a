using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Azure.Storage;
using Azure.Storage.Blobs;

namespace Provisioning.Backends.Azure.Tests.Harness;

/// <summary>The emulator of Azure Blob Storage, on loopback and in memory, with an account of its own for each run.</summary>
public sealed class Azurite : IAsyncLifetime
{
    private const string Ready = "successfully listens on ";

    private Process? process;

    /// <summary>Why tests cannot run against the emulator; null when they can.</summary>
    public static string? Absent { get; } =
        !IsOnPath("node") ? "Node.js is not on PATH."
        : !File.Exists(Script) ? "The packages of tests/backends/node are not installed (npm ci)."
        : null;

    /// <summary>The name of the account.</summary>
    public string Account { get; } = "states";

    /// <summary>The key of the account.</summary>
    public string Key { get; } = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    /// <summary>Where it listens.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1");

    /// <summary>The account's blob service.</summary>
    public Uri Service => new(Address, Account);

    private static string Script => Path.Combine(Folder(), "node_modules", "azurite", "dist", "src", "blob", "main.js");

    public async Task InitializeAsync()
    {
        if (Absent is not null)
            return;

        var start = new ProcessStartInfo("node", [Script, "--blobPort", "0", "--inMemoryPersistence", "--silent", "--disableTelemetry"])
        {
            RedirectStandardOutput = true,
            Environment = { ["AZURITE_ACCOUNTS"] = $"{Account}:{Key}" },
        };
        process = Process.Start(start) ?? throw new InvalidOperationException("node cannot be started.");
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.IndexOf(Ready, StringComparison.Ordinal) is >= 0 and var at)
            {
                Address = new Uri(line[(at + Ready.Length)..].Trim());
                _ = process.StandardOutput.ReadToEndAsync();
                return;
            }
        }

        throw new InvalidOperationException("The emulator ended before it listened.");
    }

    /// <summary>A new container.</summary>
    internal async Task<TestContainer> CreateContainerAsync()
    {
        var client = new BlobServiceClient(Service, new StorageSharedKeyCredential(Account, Key), new BlobClientOptions(BlobClientOptions.ServiceVersion.V2024_11_04));
        var container = await client.CreateBlobContainerAsync($"test-{Guid.NewGuid():n}");
        return new TestContainer(this, container.Value);
    }

    public async Task DisposeAsync()
    {
        if (process is null)
            return;
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static bool IsOnPath(string command) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, OperatingSystem.IsWindows() ? command + ".exe" : command)));

    private static string Folder([CallerFilePath] string thisFile = "") => Path.GetFullPath("../node", Path.GetDirectoryName(thisFile) ?? "");
}
