using System.Text.Json.Nodes;
using Provisioning.Sandbox.Hosting;

namespace Provisioning.Sandbox.Arm;

/// <summary>What <c>/metadata/endpoints</c> tells about a cloud: where its services are and whom they trust.</summary>
internal static class CloudMetadata
{
    /// <summary>The sandbox as a cloud.</summary>
    public static JsonArray Of(SandboxContext context) => new(new JsonObject
    {
        ["name"] = "Sandbox",
        ["portal"] = "",
        ["authentication"] = new JsonObject
        {
            ["loginEndpoint"] = Address(context, SandboxEndpoint.Login),
            ["audiences"] = new JsonArray("https://management.core.windows.net/", "https://management.azure.com/"),
            ["tenant"] = context.Options.TenantId.ToString(),
            ["identityProvider"] = "AAD",
        },
        ["resourceManager"] = Address(context, SandboxEndpoint.ResourceManager),
        ["graph"] = Address(context, SandboxEndpoint.Graph),
        ["microsoftGraphResourceId"] = Address(context, SandboxEndpoint.Graph),
        ["suffixes"] = new JsonObject
        {
            ["acrLoginServer"] = "localhost",
        },
    });

    private static string Address(SandboxContext context, SandboxEndpoint endpoint) => context.AddressOf(endpoint).AbsoluteUri;
}
