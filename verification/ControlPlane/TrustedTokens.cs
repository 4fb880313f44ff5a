using System.Text.Json;

namespace Provisioning.Verification.ControlPlane;

/// <summary>Reads the federated credentials of managed identities.</summary>
/// <param name="reader">Reads them.</param>
internal sealed class TrustedTokens(ResourceReader reader)
{
    private const string ApiVersion = "2024-11-30";

    /// <summary>The credentials of an identity; none when the identity is gone.</summary>
    /// <param name="identityId">Id of the identity.</param>
    /// <param name="cancellationToken">Stops the request.</param>
    /// <exception cref="Azure.RequestFailedException">The observer may not read them, or no answer came.</exception>
    public async Task<IReadOnlyList<TrustedToken>> OfAsync(string identityId, CancellationToken cancellationToken)
    {
        var items = await reader.ListAsync($"{identityId}/federatedIdentityCredentials", ApiVersion, "", cancellationToken);
        return [.. items.Select(Read)];
    }

    private static TrustedToken Read(JsonElement item)
    {
        var properties = item.GetProperty("properties");
        return new TrustedToken(
            item.GetProperty("name").GetString() ?? "",
            properties.GetProperty("issuer").GetString() ?? "",
            properties.GetProperty("subject").GetString() ?? "",
            [.. properties.GetProperty("audiences").EnumerateArray().Select(audience => audience.GetString() ?? "")]);
    }
}
