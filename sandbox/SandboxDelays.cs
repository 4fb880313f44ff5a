namespace Provisioning.Sandbox;

/// <summary>How long the sandbox takes for what takes time in Azure. Short by default: the order of events matters, not their length.</summary>
public sealed record SandboxDelays
{
    /// <summary>No delay at all: everything is visible, effective and finished at once.</summary>
    public static SandboxDelays None { get; } = new()
    {
        PrincipalReplication = TimeSpan.Zero,
        RoleAssignmentEffect = TimeSpan.Zero,
        FederatedCredentialEffect = TimeSpan.Zero,
        FederatedCredentialWrite = TimeSpan.Zero,
        ResourceGroupDeletion = TimeSpan.Zero,
        WorkspaceOperation = TimeSpan.Zero,
        ComputeOperation = TimeSpan.Zero,
        RegistryOperation = TimeSpan.Zero,
        StorageOperation = TimeSpan.Zero,
        VaultOperation = TimeSpan.Zero,
        ClusterOperation = TimeSpan.Zero,
        PollInterval = TimeSpan.Zero,
    };

    /// <summary>Time until a new principal can be found by others. Default: 300 ms; Azure: seconds to minutes.</summary>
    public TimeSpan PrincipalReplication { get; init; } = TimeSpan.FromMilliseconds(300);

    /// <summary>Time until a role assignment is honoured. Default: 300 ms; Azure: up to ten minutes.</summary>
    public TimeSpan RoleAssignmentEffect { get; init; } = TimeSpan.FromMilliseconds(300);

    /// <summary>Time until a new federated credential is accepted by the token endpoint. Default: 300 ms; Azure: minutes.</summary>
    public TimeSpan FederatedCredentialEffect { get; init; } = TimeSpan.FromMilliseconds(300);

    /// <summary>How long one write of a federated credential keeps its identity busy. Default: 50 ms.</summary>
    public TimeSpan FederatedCredentialWrite { get; init; } = TimeSpan.FromMilliseconds(50);

    /// <summary>Deleting a resource group. Default: 1 s.</summary>
    public TimeSpan ResourceGroupDeletion { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Creating, updating or deleting a machine learning workspace. Default: 2 s.</summary>
    public TimeSpan WorkspaceOperation { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Creating, updating or deleting a compute. Default: 2 s.</summary>
    public TimeSpan ComputeOperation { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Creating, updating or deleting a container registry. Default: 1 s.</summary>
    public TimeSpan RegistryOperation { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Creating a storage account. Default: 1 s.</summary>
    public TimeSpan StorageOperation { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Creating or purging a key vault. Default: 1 s.</summary>
    public TimeSpan VaultOperation { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Connecting, creating or deleting a Kubernetes cluster. Default: 2 s.</summary>
    public TimeSpan ClusterOperation { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>What <c>Retry-After</c> tells a client that polls, rounded up to whole seconds. Default: 1 s.</summary>
    public TimeSpan PollInterval { get; init; } = TimeSpan.FromSeconds(1);
}
