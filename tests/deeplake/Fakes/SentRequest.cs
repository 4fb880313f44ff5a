using System.Text.Json.Nodes;

namespace Provisioning.Providers.DeepLake.Tests.Fakes;

/// <summary>A request as it was sent.</summary>
internal sealed record SentRequest(string Method, Uri Uri, string? Authorization, string? Organization, JsonNode? Body)
{
    /// <summary>Method and path, as tests name a request.</summary>
    public override string ToString() => $"{Method} {Uri.PathAndQuery}";
}
