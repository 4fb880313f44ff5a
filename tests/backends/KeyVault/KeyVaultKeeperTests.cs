using System.Net;
using System.Text;
using Provisioning.Engine.Secrets;

namespace Provisioning.Backends.Azure.Tests.KeyVault;

public sealed class KeyVaultKeeperTests : IDisposable
{
    private const string Url = "azurekeyvault://acme.vault.azure.net/keys/k";

    /// <summary>Bytes whose Base64 differs from their Base64 for URLs: <c>+/8=</c> and <c>-_8</c>.</summary>
    private static readonly byte[] Encrypted = [0xfb, 0xff];

    private readonly FakeVault vault = new();

    public void Dispose() => vault.Dispose();

    [Fact]
    public async Task ANewDataKey_IsEncryptedByTheKey_AndWrittenInBase64ForUrls()
    {
        vault.Result = Encrypted;

        var key = await vault.Open(Url).EncryptAsync([1, 2, 3], CancellationToken.None);

        var (address, scope, algorithm, value) = Assert.Single(vault.Requests);
        Assert.Equal("https://acme.vault.azure.net/keys/k/encrypt?api-version=7.4", address.AbsoluteUri);
        Assert.Equal(("https://vault.azure.net/.default", "RSA-OAEP-256"), (scope, algorithm));
        Assert.Equal([1, 2, 3], value);
        Assert.Equal("-_8", Encoding.ASCII.GetString(key.Value));
        Assert.Equal("LV84", Convert.ToBase64String(key.Value));
        Assert.Equal($"{Url}/{FakeVault.Version}", key.Url);
    }

    [Theory]
    [InlineData("LV84")]
    [InlineData("Ky84PQ==")]
    [InlineData("+/8=")]
    public async Task EveryFormInWhichPulumiWroteADataKey_IsRead(string encryptedKey)
    {
        vault.Result = [1, 2, 3];

        var key = await vault.Open($"{Url}/{FakeVault.Version}").DecryptAsync(Convert.FromBase64String(encryptedKey), CancellationToken.None);

        var (address, _, _, value) = Assert.Single(vault.Requests);
        Assert.Equal($"https://acme.vault.azure.net/keys/k/{FakeVault.Version}/decrypt?api-version=7.4", address.AbsoluteUri);
        Assert.Equal(Encrypted, value);
        Assert.Equal([1, 2, 3], key);
    }

    [Fact]
    public async Task TheAlgorithm_IsThatOfTheUrl_AndStaysInIt()
    {
        vault.Result = Encrypted;

        var key = await vault.Open($"{Url}?algorithm=RSA-OAEP").EncryptAsync([1], CancellationToken.None);

        Assert.Equal("RSA-OAEP", Assert.Single(vault.Requests).Algorithm);
        Assert.Equal($"{Url}/{FakeVault.Version}?algorithm=RSA-OAEP", key.Url);
    }

    [Theory]
    [InlineData("vault.usgovcloudapi.net")]
    [InlineData("vault.azure.cn")]
    public async Task OtherClouds_HaveTokensOfTheirOwn(string suffix)
    {
        await vault.Open($"azurekeyvault://acme.{suffix}/keys/k").DecryptAsync(Encoding.ASCII.GetBytes("-_8"), CancellationToken.None);

        Assert.Equal($"https://{suffix}/.default", Assert.Single(vault.Requests).Authorization);
    }

    [Theory]
    [InlineData("azurekeyvault://acme.vault.example.com/keys/k", "'acme.vault.example.com' is not the host of a key vault")]
    [InlineData("azurekeyvault://acme.vault.azure.net.example.com/keys/k", "is not the host of a key vault")]
    [InlineData("azurekeyvault://acme.vault.azure.net@example.com/keys/k", "is not the host of a key vault")]
    [InlineData("azurekeyvault://acme.vault.azure.net:8443/keys/k", "is not the host of a key vault")]
    [InlineData("azurekeyvault://acme.vault.azure.net", "'' does not lead to a key")]
    [InlineData("azurekeyvault://acme.vault.azure.net/secrets/k", "'/secrets/k' does not lead to a key")]
    [InlineData("azurekeyvault://acme.vault.azure.net/keys/k/newest", "'/keys/k/newest' does not lead to a key")]
    [InlineData("azurekeyvault://acme.vault.azure.net/keys/k?algorithm=A256GCM", "The algorithm 'A256GCM' is not one of RSA-OAEP-256, RSA-OAEP, RSA1_5")]
    [InlineData("azurekeyvault://acme.vault.azure.net/keys/k?sig=canary", "The only parameter that it may have is 'algorithm'")]
    public void AUrlThatLeadsElsewhere_IsRefusedBeforeAnythingIsSent(string url, string reason)
    {
        var failure = Assert.Throws<SecretsException>(() => vault.Open(url));

        Assert.Equal(SecretsRefusal.UnusableProvider, failure.Refusal);
        Assert.Contains(reason, failure.Message, StringComparison.Ordinal);
        Assert.Contains("azurekeyvault://<vault>.vault.azure.net/keys/<key>", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(401, "Unauthorized", null, SecretsRefusal.AccessDenied, "Key Vault Crypto User")]
    [InlineData(403, "Forbidden", "ForbiddenByRbac", SecretsRefusal.AccessDenied, "Key Vault Crypto User")]
    [InlineData(403, "Forbidden", "AccessDenied", SecretsRefusal.AccessDenied, "the permissions 'encrypt' and 'decrypt' on keys")]
    [InlineData(403, "Forbidden", "ForbiddenByFirewall", SecretsRefusal.AccessDenied, "network rules")]
    [InlineData(403, "Forbidden", "KeyDisabled", SecretsRefusal.UnusableKey, "is disabled")]
    [InlineData(404, "KeyNotFound", null, SecretsRefusal.UnusableKey, "does not exist")]
    [InlineData(400, "BadParameter", null, SecretsRefusal.UnusableKey, "if the key was rotated, write the version of that time")]
    [InlineData(418, "Teapot", null, SecretsRefusal.Unreachable, "418 Teapot")]
    public async Task ARefusalOfTheVault_SaysWhatToDo(int status, string code, string? inner, SecretsRefusal refusal, string advice)
    {
        var innerError = inner is null ? "null" : $$"""{ "code": "{{inner}}" }""";
        vault.Refusal = ((HttpStatusCode)status, $$"""{ "error": { "code": "{{code}}", "message": "echo", "innererror": {{innerError}} } }""");

        var failure = await Assert.ThrowsAsync<SecretsException>(() => vault.Open(Url).DecryptAsync(Encrypted, CancellationToken.None));

        Assert.Equal(refusal, failure.Refusal);
        Assert.Contains(advice, failure.Message, StringComparison.Ordinal);
        Assert.Contains(inner ?? code, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AKeyThatCannotEncrypt_IsNamedWithTheAlgorithm()
    {
        vault.Refusal = (HttpStatusCode.BadRequest, """{ "error": { "code": "BadParameter", "message": "EC" } }""");

        var failure = await Assert.ThrowsAsync<SecretsException>(() => vault.Open(Url).EncryptAsync([1], CancellationToken.None));

        Assert.Contains("cannot encrypt by RSA-OAEP-256 (400 BadParameter); take a key of the kind RSA", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnAnswerThatIsNoVaults_IsSaid()
    {
        vault.Refusal = (HttpStatusCode.Conflict, "<html>");

        var failure = await Assert.ThrowsAsync<SecretsException>(() => vault.Open(Url).EncryptAsync([1], CancellationToken.None));

        Assert.Equal(SecretsRefusal.Unreachable, failure.Refusal);
    }

    [Fact]
    public async Task ASignInThatFails_SaysHowToSignIn()
    {
        vault.SignInFails = true;

        var failure = await Assert.ThrowsAsync<SecretsException>(() => vault.Open(Url).EncryptAsync([1], CancellationToken.None));

        Assert.Equal(SecretsRefusal.AccessDenied, failure.Refusal);
        Assert.Contains("AADSTS700016: no such application. Sign in as for a deployment", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Trace", failure.Message, StringComparison.Ordinal);
    }
}
