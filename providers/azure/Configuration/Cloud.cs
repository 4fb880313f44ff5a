namespace Provisioning.Providers.Azure.Configuration;

/// <summary>The addresses of one Azure cloud (go-azure-sdk, sdk/environments).</summary>
/// <param name="Authority">Where to sign in.</param>
/// <param name="ResourceManager">Azure Resource Manager.</param>
/// <param name="ResourceManagerScope">The scope of tokens for it.</param>
/// <param name="Graph">Microsoft Graph.</param>
/// <param name="TokenExchangeAudience">The audience of federated tokens.</param>
internal sealed record Cloud(Uri Authority, Uri ResourceManager, string ResourceManagerScope, Uri Graph, string TokenExchangeAudience)
{
    /// <summary>The clouds by the name that configuration gives them.</summary>
    public static IReadOnlyDictionary<string, Cloud> Known { get; } = new Dictionary<string, Cloud>(StringComparer.OrdinalIgnoreCase)
    {
        ["public"] = Of("https://login.microsoftonline.com", "https://management.azure.com", "https://graph.microsoft.com", "api://AzureADTokenExchange"),
        ["usgovernment"] = Of("https://login.microsoftonline.us", "https://management.usgovcloudapi.net", "https://graph.microsoft.us", "api://AzureADTokenExchangeUSGov"),
        ["china"] = Of("https://login.chinacloudapi.cn", "https://management.chinacloudapi.cn", "https://microsoftgraph.chinacloudapi.cn", "api://AzureADTokenExchangeChina"),
    };

    /// <summary>Whether the authority is one that sign-in cannot look up in the public cloud.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>The scope of tokens for Microsoft Graph.</summary>
    public string GraphScope => ScopeOf(Graph.AbsoluteUri);

    /// <summary>The scope that asks for all permissions on an audience.</summary>
    public static string ScopeOf(string audience) => audience.TrimEnd('/') + "/.default";

    private static Cloud Of(string authority, string resourceManager, string graph, string audience) =>
        new(new Uri(authority), new Uri(resourceManager), ScopeOf(resourceManager), new Uri(graph), audience);
}
