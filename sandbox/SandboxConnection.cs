using System.Text.Json;
using Provisioning.Sandbox.Hosting;

namespace Provisioning.Sandbox;

/// <summary>
/// All a client needs to reach a sandbox. It holds no secret: credentials are in files that it names.
/// A running sandbox keeps it as <c>connection.json</c> in its state directory, so that another process can attach.
/// </summary>
public sealed record SandboxConnection
{
    /// <summary>Directory (tenant) of the sandbox.</summary>
    public required Guid TenantId { get; init; }

    /// <summary>The subscription to deploy to.</summary>
    public required Guid SubscriptionId { get; init; }

    /// <summary>Entra's token endpoints, in place of <c>https://login.microsoftonline.com/</c>.</summary>
    public required Uri Login { get; init; }

    /// <summary>Azure Resource Manager, in place of <c>https://management.azure.com/</c>.</summary>
    public required Uri ResourceManager { get; init; }

    /// <summary>Microsoft Graph, in place of <c>https://graph.microsoft.com/</c>.</summary>
    public required Uri Graph { get; init; }

    /// <summary>The data of key vaults, each below its name, in place of <c>https://&lt;vault&gt;.vault.azure.net/</c>.</summary>
    public required Uri Vault { get; init; }

    /// <summary>Deep Lake's REST API.</summary>
    public required Uri DeepLake { get; init; }

    /// <summary>File with the API token of the administrator of Deep Lake's organization, for <c>DEEPLAKE_API_KEY</c>. Readable by its owner alone.</summary>
    public required string DeepLakeTokenFile { get; init; }

    /// <summary>Managed identities of machines, pods and computes, in place of <c>http://169.254.169.254/</c>; each host has a name below it.</summary>
    public required Uri Identity { get; init; }

    /// <summary>What Azure does not have: request log, faults, drift, and token issuers outside Azure.</summary>
    public required Uri Admin { get; init; }

    /// <summary>PEM file of the private certificate authority that signed the endpoints' certificate.</summary>
    public required string CertificatePath { get; init; }

    /// <summary>Who deploys: an application that owns the subscription.</summary>
    public required SandboxDeployer Deployer { get; init; }

    /// <summary>The process that serves the sandbox.</summary>
    public required int ProcessId { get; init; }

    /// <summary>Where a sandbox keeps the token of Deep Lake's administrator.</summary>
    internal static string DeepLakeTokenPath(string stateDirectory) => Path.Combine(Path.GetFullPath(stateDirectory), "deeplake.token");

    /// <summary>The connection of the sandbox that is running on a state directory right now, or null when none is.</summary>
    /// <param name="stateDirectory">The directory the sandbox was started with.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    public static async Task<SandboxConnection?> FindRunningAsync(string stateDirectory, CancellationToken cancellationToken)
    {
        if (!StateDirectory.IsHeld(stateDirectory) || !File.Exists(StateDirectory.ConnectionFile(stateDirectory)))
            return null;

        await using var stream = File.OpenRead(StateDirectory.ConnectionFile(stateDirectory));
        return await JsonSerializer.DeserializeAsync(stream, SandboxJson.Indented.TypeInfo<SandboxConnection>(), cancellationToken);
    }
}
