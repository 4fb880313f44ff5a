using System.Collections.Frozen;
using System.Collections.Immutable;
using Provisioning.Sandbox.Hosting;

namespace Provisioning.Sandbox.Entra;

/// <summary>The resources of the sandbox that tokens are for: Azure's public names and the sandbox's own addresses. None ends in a slash.</summary>
internal sealed class TokenAudiences
{
    /// <summary>Collects the audiences of a sandbox.</summary>
    public TokenAudiences(SandboxContext context)
    {
        ResourceManager = ["https://management.azure.com", "https://management.core.windows.net", Own(context, SandboxEndpoint.ResourceManager)];
        Graph = ["https://graph.microsoft.com", Own(context, SandboxEndpoint.Graph)];
        All = FrozenSet.Create(
            StringComparer.Ordinal,
            [
                .. ResourceManager,
                .. Graph,
                "https://storage.azure.com",
                "https://vault.azure.net",
                "https://containerregistry.azure.net",
                "https://ml.azure.com",
            ]);
    }

    /// <summary>What Azure Resource Manager accepts.</summary>
    public ImmutableArray<string> ResourceManager { get; }

    /// <summary>What Microsoft Graph accepts.</summary>
    public ImmutableArray<string> Graph { get; }

    /// <summary>Every resource a token can be asked for, the data planes included; applications of the tenant come on top.</summary>
    public FrozenSet<string> All { get; }

    private static string Own(SandboxContext context, SandboxEndpoint endpoint) => context.AddressOf(endpoint).AbsoluteUri.TrimEnd('/');
}
