using System.Text.Json;
using Azure;
using Azure.Identity;
using Provisioning.Engine.Secrets;

namespace Provisioning.Backends.Azure.KeyVault;

/// <summary>What the user is told when a vault does not do what it is asked for.</summary>
/// <param name="location">The key.</param>
/// <param name="operation">What was asked of it: <c>encrypt</c> or <c>decrypt</c>.</param>
internal sealed class KeyVaultFailure(KeyVaultLocation location, string operation)
{
    /// <summary>The caller got no token.</summary>
    public static SecretsException NotSignedIn(KeyVaultLocation location, AuthenticationFailedException failure) => new(
        SecretsRefusal.AccessDenied,
        $"The sign-in for the key vault '{location.Host}' failed: {failure.Message.Split('\n')[0].Trim()} Sign in as for a deployment, by ARM_* variables, AZURE_* variables, a managed identity or 'az login'.",
        failure);

    /// <summary>There was no answer.</summary>
    public static SecretsException NoAnswer(KeyVaultLocation location, Exception failure) => new(
        SecretsRefusal.Unreachable,
        $"The key vault '{location.Host}' does not answer: {failure.GetBaseException().Message} Check its name and the network; the key encrypts the stack's secrets.",
        failure);

    /// <summary>The answer is not that of a vault.</summary>
    public static SecretsException NoVault(KeyVaultLocation location, Exception failure) => new(
        SecretsRefusal.Unreachable, $"What answers as '{location.Host}' is no key vault; check what stands between.", failure);

    /// <summary>The vault refused.</summary>
    public SecretsException Refused(Response response)
    {
        var (code, inner) = Codes(response);
        var said = $"{response.Status} {inner ?? code}";
        return (response.Status, inner ?? code) switch
        {
            (403, "KeyDisabled") => Unusable($"is disabled; enable it ({said})"),
            (403, "ForbiddenByFirewall" or "ForbiddenByConnection") => Denied($"The network rules of the vault keep this machine out; come from a network that it allows ({said})."),
            (401 or 403, _) => Denied(
                $"The caller may not {operation} with it ({said}). It takes the role 'Key Vault Crypto User' on the key or its vault, or in a vault with access policies the permissions 'encrypt' and 'decrypt' on keys. After a recent assignment, wait some minutes."),
            (404, _) => Unusable($"does not exist; check the vault, the name and the version ({said})"),
            (400, _) when operation == "decrypt" => Unusable(
                $"did not encrypt the stack's data key ({said}); if the key was rotated, write the version of that time into 'secretsprovider': {location.UrlOf("<version>")}"),
            (400, _) => Unusable($"cannot encrypt by {location.EffectiveAlgorithm} ({said}); take a key of the kind RSA"),
            _ => new SecretsException(SecretsRefusal.Unreachable, $"The key vault '{location.Host}' answered {said} instead of using the key '{location.Key}'; try again later."),
        };
    }

    private SecretsException Unusable(string what) =>
        new(SecretsRefusal.UnusableKey, $"The key '{location.UrlOf(location.Version)}', which the stack's secrets are encrypted with, {what}.");

    private SecretsException Denied(string what) =>
        new(SecretsRefusal.AccessDenied, $"The stack's secrets are encrypted with '{location.UrlOf(location.Version)}'. {what}");

    private static (string Code, string? Inner) Codes(Response response)
    {
        try
        {
            using var document = JsonDocument.Parse(response.Content);
            var error = document.RootElement.GetProperty("error");
            return (
                error.GetProperty("code").GetString() ?? "",
                error.TryGetProperty("innererror", out var inner) && inner.ValueKind == JsonValueKind.Object && inner.TryGetProperty("code", out var code) ? code.GetString() : null);
        }
        catch (Exception failure) when (failure is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return (response.ReasonPhrase, null);
        }
    }
}
