using System.Buffers.Text;
using System.Net;
using System.Text;
using System.Text.Json;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;
using Provisioning.Backends.Azure.KeyVault;

namespace Provisioning.Backends.Azure.Tests.KeyVault;

/// <summary>A vault that answers with what a test says, and keeps what it was asked.</summary>
internal sealed class FakeVault : HttpMessageHandler
{
    public const string Version = "0123456789abcdef0123456789abcdef";

    /// <summary>The bytes that it answers with.</summary>
    public byte[] Result { get; set; } = [];

    /// <summary>The status, and the body of a refusal.</summary>
    public (HttpStatusCode Status, string Body) Refusal { get; set; } = (HttpStatusCode.OK, "");

    public bool SignInFails { get; set; }

    /// <summary>Address, token's scope and body of each request.</summary>
    public List<(Uri Address, string Authorization, string Algorithm, byte[] Value)> Requests { get; } = [];

    public KeyVaultKeeper Open(string url) => KeyVaultKeeper.Open(
        url, _ => Task.FromResult(new KeyVaultConnection(new Credential(this), new HttpClientTransport(new HttpClient(this, disposeHandler: false)))));

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = JsonElement.Parse(await (request.Content ?? throw new InvalidOperationException("There is no body.")).ReadAsStringAsync(cancellationToken));
        Requests.Add((
            request.RequestUri ?? throw new InvalidOperationException("There is no address."),
            request.Headers.Authorization?.Parameter ?? "",
            body.GetProperty("alg").GetString() ?? "",
            Base64Url.DecodeFromChars(body.GetProperty("value").GetString())));
        var text = Refusal.Status == HttpStatusCode.OK
            ? $$"""{ "kid": "https://acme.vault.azure.net/keys/k/{{Version}}", "value": "{{Base64Url.EncodeToString(Result)}}" }"""
            : Refusal.Body;
        return new HttpResponseMessage(Refusal.Status) { Content = new StringContent(text, Encoding.UTF8, "application/json") };
    }

    /// <summary>Its tokens are the scopes they are for.</summary>
    private sealed class Credential(FakeVault vault) : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) => vault.SignInFails
            ? throw new AuthenticationFailedException("AADSTS700016: no such application.\nTrace ID: 1")
            : new AccessToken(requestContext.Scopes[0], DateTimeOffset.MaxValue);

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            ValueTask.FromResult(GetToken(requestContext, cancellationToken));
    }
}
