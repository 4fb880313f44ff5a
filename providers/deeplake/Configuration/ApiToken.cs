using System.Net.Http.Headers;

namespace Provisioning.Providers.DeepLake.Configuration;

/// <summary>The API token of an organization's administrator. It cannot be printed; it leaves this type in a request's header alone.</summary>
internal sealed class ApiToken(string value)
{
    /// <summary>Signs a request.</summary>
    public void Authorize(HttpRequestHeaders headers) => headers.Authorization = new AuthenticationHeaderValue("Bearer", value);

    /// <summary>A text of the service without the token, should it repeat it.</summary>
    public string Redact(string text) => text.Replace(value, ToString(), StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => "[secret]";
}
