using Provisioning.Conformance.Tests.Harness;
using Provisioning.Sandbox;

namespace Provisioning.Conformance.Tests.Providers;

/// <summary>A running sandbox, whose Deep Lake the plugin manages, and the judge that drives the plugin.</summary>
public sealed class DeepLakeFixture : IAsyncLifetime
{
    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("deeplake-plugin-");
    private SandboxHost? host;
    private ProviderJudge? judge;

    /// <summary>The executable, as it is built.</summary>
    public static string Executable { get; } =
        Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "pulumi-resource-deeplake.exe" : "pulumi-resource-deeplake");

    /// <summary>The organization that the sandbox has.</summary>
    public static string Organization => SandboxOptions.DefaultDeepLakeOrganizationId.ToString();

    internal ProviderJudge Judge => judge ?? throw new InvalidOperationException("The judge has not started.");

    public SandboxConnection Connection => host?.Connection ?? throw new InvalidOperationException("The sandbox has not started.");

    /// <summary>The token of the organization's administrator.</summary>
    public string Token { get; private set; } = "";

    /// <summary>The variables that a process needs to reach the sandbox, besides the token.</summary>
    public Dictionary<string, string> Variables => new(StringComparer.Ordinal)
    {
        ["DEEPLAKE_API_URL"] = Connection.DeepLake.AbsoluteUri,
        ["SSL_CERT_FILE"] = Connection.CertificatePath,
    };

    public async Task InitializeAsync()
    {
        host = await SandboxHost.StartAsync(
            new SandboxOptions { StateDirectory = Path.Combine(directory.FullName, "state"), Delays = SandboxDelays.None }, CancellationToken.None);
        Token = (await File.ReadAllTextAsync(Connection.DeepLakeTokenFile)).Trim();
        if (NodeWorkspace.Absent is null)
            judge = await ProviderJudge.StartAsync();
    }

    public async Task DisposeAsync()
    {
        if (judge is not null)
            await judge.DisposeAsync();
        if (host is not null)
            await host.DisposeAsync();
        directory.Delete(recursive: true);
    }
}
