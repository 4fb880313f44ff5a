using System.Collections.Immutable;
using Provisioning.Sandbox;

namespace Provisioning.Cli.Sandboxes;

/// <summary>
/// What providers find in the environment when they deploy to a sandbox: the variables that Azure's and Deep Lake's
/// own tools read. They are seen by the providers of this process alone and never reach configuration or state.
/// </summary>
internal static class SandboxEnvironment
{
    private static readonly ImmutableArray<string> Hidden = ["ARM_", "AZURE_", "DEEPLAKE_", "ACTIVELOOP_"];

    /// <summary>An environment in which the sandbox's variables take the place of the process's own ones.</summary>
    public static Func<string, string?> Over(SandboxConnection connection, Func<string, string?> process)
    {
        var variables = Variables(connection);
        return name => variables.GetValueOrDefault(name) is { } value
            ? value
            : Hidden.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal)) ? null : process(name);
    }

    /// <summary>The variables by name.</summary>
    public static ImmutableDictionary<string, string> Variables(SandboxConnection connection) => new Dictionary<string, string>
    {
        ["ARM_SUBSCRIPTION_ID"] = connection.SubscriptionId.ToString(),
        ["ARM_TENANT_ID"] = connection.TenantId.ToString(),
        ["ARM_CLIENT_ID"] = connection.Deployer.ClientId.ToString(),
        ["ARM_USE_OIDC"] = "true",
        ["ARM_OIDC_TOKEN_FILE_PATH"] = connection.Deployer.TokenFile,
        ["ARM_METADATA_HOSTNAME"] = connection.ResourceManager.Authority,

        // Names of the sandbox's documents are fixed, and a soft-deleted vault or workspace would keep its own.
        ["ARM_PURGE_ON_DELETE"] = "true",
        ["DEEPLAKE_API_URL"] = connection.DeepLake.ToString(),
        ["DEEPLAKE_API_KEY"] = File.ReadAllText(connection.DeepLakeTokenFile).Trim(),
    }.ToImmutableDictionary(StringComparer.Ordinal);
}
