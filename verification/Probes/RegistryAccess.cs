using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Provisioning.Verification.Probes;

/// <summary>An access token of a registry. It is a JWT whose claim <c>access</c> says what was granted, which may be less than was asked for.</summary>
/// <param name="token">The token.</param>
internal sealed class RegistryAccess(string token)
{
    private readonly JsonArray _granted = Granted(token);

    /// <summary>The token.</summary>
    public string Token { get; } = token;

    /// <summary>Whether the token grants every action of a scope.</summary>
    public bool Grants(RegistryScope scope) => scope.Actions.All(action => _granted.OfType<JsonObject>().Any(entry =>
        $"{entry["type"]}" == scope.Type
        && $"{entry["name"]}" == scope.Name
        && entry["actions"] is JsonArray actions
        && actions.Any(granted => $"{granted}" == action)));

    private static JsonArray Granted(string token)
    {
        try
        {
            return token.Split('.') is [_, var payload, _]
                && JsonNode.Parse(Encoding.UTF8.GetString(Base64Url.DecodeFromChars(payload))) is JsonObject claims
                && claims["access"] is JsonArray access
                    ? access
                    : [];
        }
        catch (Exception unreadable) when (unreadable is FormatException or JsonException)
        {
            // A token that cannot be read grants nothing that could be relied on; the registry itself has the last word.
            return [];
        }
    }
}
