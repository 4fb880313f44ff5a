using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;
using Provisioning.Engine.Secrets;

namespace Provisioning.Backends.Azure.KeyVault;

/// <summary>
/// A key in Azure Key Vault, by the REST operations <c>encrypt</c> and <c>decrypt</c>. What it encrypted is written as Pulumi writes it:
/// Base64 for URLs of the vault's answer, which <c>encryptedkey</c> holds in Base64 once more.
/// </summary>
public sealed class KeyVaultKeeper : ISecretsKeeper
{
    /// <summary>The scheme of the URLs of keys.</summary>
    public const string Scheme = KeyVaultLocation.Scheme;

    private const string ApiVersion = "7.4";

    private readonly KeyVaultLocation location;
    private readonly Func<CancellationToken, Task<KeyVaultConnection>> connect;

    private KeyVaultKeeper(KeyVaultLocation location, Func<CancellationToken, Task<KeyVaultConnection>> connect)
    {
        this.location = location;
        this.connect = connect;
    }

    /// <summary>Opens the key of a URL, without a request.</summary>
    /// <param name="url">Such as <c>azurekeyvault://&lt;vault&gt;.vault.azure.net/keys/&lt;key&gt;</c>.</param>
    /// <param name="connect">Signs in, when the key is used.</param>
    /// <exception cref="SecretsException">The URL is none of a key in a vault.</exception>
    public static KeyVaultKeeper Open(string url, Func<CancellationToken, Task<KeyVaultConnection>> connect) => new(KeyVaultLocation.Parse(url), connect);

    /// <inheritdoc/>
    public async Task<EncryptedDataKey> EncryptAsync(byte[] dataKey, CancellationToken cancellationToken)
    {
        var (version, encrypted) = await AskAsync("encrypt", dataKey, cancellationToken).ConfigureAwait(false);
        return new EncryptedDataKey(location.UrlOf(version ?? location.Version), Encoding.ASCII.GetBytes(Base64Url.EncodeToString(encrypted)));
    }

    /// <inheritdoc/>
    public async Task<byte[]> DecryptAsync(byte[] encrypted, CancellationToken cancellationToken) =>
        (await AskAsync("decrypt", Unwrap(encrypted), cancellationToken).ConfigureAwait(false)).Result;

    /// <summary>The vault's answer in a stored value: in Base64 for URLs, or as older versions of Pulumi wrote it, in plain Base64 or as it is.</summary>
    internal static byte[] Unwrap(byte[] encrypted)
    {
        var text = Encoding.Latin1.GetString(encrypted);
        if (!text.Contains('=', StringComparison.Ordinal) && Base64Url.IsValid(text))
            return Base64Url.DecodeFromChars(text);

        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) ? bytes[..length] : encrypted;
    }

    private async Task<(string? Version, byte[] Result)> AskAsync(string operation, byte[] value, CancellationToken cancellationToken)
    {
        try
        {
            var connection = await connect(cancellationToken).ConfigureAwait(false);
            var pipeline = Build(connection);
            using var message = pipeline.CreateMessage();
            message.Request.Method = RequestMethod.Post;
            message.Request.Uri.Reset(new Uri($"{location.Address}/{operation}?api-version={ApiVersion}"));
            message.Request.Headers.SetValue(HttpHeader.Names.ContentType, "application/json");
            message.Request.Content = RequestContent.Create(new JsonObject
            {
                ["alg"] = location.EffectiveAlgorithm,
                ["value"] = Base64Url.EncodeToString(value),
            }.ToJsonString());
            await pipeline.SendAsync(message, cancellationToken).ConfigureAwait(false);
            return message.Response.Status == 200
                ? Read(message.Response)
                : throw new KeyVaultFailure(location, operation).Refused(message.Response);
        }
        catch (AuthenticationFailedException failure)
        {
            throw KeyVaultFailure.NotSignedIn(location, failure);
        }
        catch (Exception failure) when (failure is RequestFailedException or IOException or AggregateException { InnerException: RequestFailedException or IOException })
        {
            throw KeyVaultFailure.NoAnswer(location, failure);
        }
        catch (Exception failure) when (failure is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw KeyVaultFailure.NoVault(location, failure);
        }
    }

    /// <summary>Nothing of it is logged: the body is the data key.</summary>
    private HttpPipeline Build(KeyVaultConnection connection)
    {
        var options = new Options { Transport = connection.Transport };
        options.Diagnostics.IsLoggingEnabled = false;
        options.Diagnostics.IsDistributedTracingEnabled = false;
        options.Diagnostics.ApplicationId = "provisioning";
        return HttpPipelineBuilder.Build(options, new BearerTokenAuthenticationPolicy(connection.Credential, location.Scope));
    }

    private static (string? Version, byte[] Result) Read(Response response)
    {
        using var document = JsonDocument.Parse(response.Content);
        var value = document.RootElement.GetProperty("value").GetString() ?? throw new FormatException("There is no value.");
        var version = document.RootElement.GetProperty("kid").GetString()?.Split('/')[^1];
        return (version, Base64Url.DecodeFromChars(value));
    }

    private sealed class Options : ClientOptions;
}
