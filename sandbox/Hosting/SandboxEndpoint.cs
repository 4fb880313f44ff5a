namespace Provisioning.Sandbox.Hosting;

/// <summary>The sandbox's addresses. Each has a port of its own, as each has a host name of its own in Azure.</summary>
internal enum SandboxEndpoint
{
    /// <summary>The sandbox's own administration.</summary>
    Admin,

    /// <summary>Entra's token endpoints.</summary>
    Login,

    /// <summary>Azure Resource Manager.</summary>
    ResourceManager,

    /// <summary>Microsoft Graph.</summary>
    Graph,

    /// <summary>Deep Lake's REST API.</summary>
    DeepLake,

    /// <summary>Blobs of the storage accounts.</summary>
    Storage,

    /// <summary>Secrets of the key vaults.</summary>
    Vault,

    /// <summary>Images of the container registries.</summary>
    Registry,

    /// <summary>Managed identities of machines, pods and computes; plain HTTP.</summary>
    Identity,
}
