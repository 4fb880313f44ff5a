using Provisioning.Engine.Projects;
using Provisioning.Engine.Providers;

namespace Provisioning.Engine.Plugins;

/// <summary>
/// Providers that somebody runs in a debugger: <c>PULUMI_DEBUG_PROVIDERS</c> lists them as <c>name:port,other:port</c>.
/// </summary>
internal static class DebugProviders
{
    private const string Variable = "PULUMI_DEBUG_PROVIDERS";

    /// <summary>The address of a running provider; null when the variable does not name it.</summary>
    /// <exception cref="ProviderNotFoundException">The variable is malformed.</exception>
    public static string? Find(EnvironmentReader environment, string name)
    {
        foreach (var entry in (environment(Variable) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (entry.Split(':') is not [var provider, var port] || !ushort.TryParse(port, out var number))
                throw new ProviderNotFoundException($"'{entry}' in {Variable} is not of the form name:port.");
            if (provider == name)
                return $"127.0.0.1:{number}";
        }

        return null;
    }
}
