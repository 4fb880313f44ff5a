using Provisioning.Sandbox.Hosting;

namespace Provisioning.Sandbox.Arm;

/// <summary>
/// The addresses that resources publish for their data. Azure gives each resource a host name; the sandbox gives accounts and vaults a
/// path, because not every resolver knows names below localhost. A registry has no room for a path and gets such a name.
/// </summary>
internal static class DataPlaneAddresses
{
    /// <summary>Address of a storage service of an account, with a trailing slash.</summary>
    public static string Storage(SandboxContext sandbox, string account) => $"{sandbox.AddressOf(SandboxEndpoint.Storage)}{account}/";

    /// <summary>Address of a vault, with a trailing slash.</summary>
    public static string Vault(SandboxContext sandbox, string vault) => $"{sandbox.AddressOf(SandboxEndpoint.Vault)}{vault}/";

    /// <summary>Login server of a registry, without scheme.</summary>
    public static string Registry(SandboxContext sandbox, string registry) =>
        $"{registry.ToLowerInvariant()}.localhost:{sandbox.AddressOf(SandboxEndpoint.Registry).Port}";
}
