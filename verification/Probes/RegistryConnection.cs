using System.Diagnostics.CodeAnalysis;
using Azure.Core;

namespace Provisioning.Verification.Probes;

/// <summary>
/// A registry as a container client with an Entra token talks to it: the token is exchanged for a refresh token of the registry, and
/// this for one access token per scope. For one question of one caller; not for concurrent use.
/// </summary>
internal sealed class RegistryConnection(ServiceClient client, string loginServer, TokenCredential credential)
{
    private const string EntraScope = "https://containerregistry.azure.net/.default";

    private readonly string _service = loginServer.ToLowerInvariant();
    private readonly Dictionary<string, RegistryAccess> _access = new(StringComparer.Ordinal);
    private string? _refresh;

    /// <summary>Resolves an address that the registry gave; null when it points to another host, which must not get the token.</summary>
    public Uri? Resolve(string? location) =>
        location is not null && Uri.TryCreate(Address("/"), location, out var address) && address.Authority == Address("/").Authority && address.Scheme == Uri.UriSchemeHttps
            ? address
            : null;

    /// <summary>Sends a request with a token for a scope; the reply is the registry's refusal of the token when it gives none.</summary>
    /// <param name="method">HTTP method.</param>
    /// <param name="path">Path, with its query.</param>
    /// <param name="scope">What the token is asked for.</param>
    /// <param name="headers">Further headers.</param>
    /// <param name="cancellationToken">Stops the request.</param>
    public Task<ServiceReply> SendAsync(
        RequestMethod method, string path, RegistryScope scope, IReadOnlyList<(string Name, string Value)> headers, CancellationToken cancellationToken) =>
        SendAsync(method, Address(path), scope, headers, cancellationToken);

    /// <inheritdoc cref="SendAsync(RequestMethod, string, RegistryScope, IReadOnlyList{ValueTuple{string, string}}, CancellationToken)"/>
    public async Task<ServiceReply> SendAsync(
        RequestMethod method, Uri address, RegistryScope scope, IReadOnlyList<(string Name, string Value)> headers, CancellationToken cancellationToken)
    {
        if (await AuthorizeAsync(scope, cancellationToken) is { } refusal)
            return refusal;
        return await client.SendAsync(
            new ServiceRequest(method, address) { Bearer = _access[scope.ToString()].Token, Headers = headers }, cancellationToken);
    }

    /// <summary>Whether the token that was got for a scope grants all of it.</summary>
    public bool IsGranted(RegistryScope scope) => _access.TryGetValue(scope.ToString(), out var access) && access.Grants(scope);

    /// <summary>Whether the registry gave a token for a scope, with whatever actions.</summary>
    public bool HasToken(RegistryScope scope) => _access.ContainsKey(scope.ToString());

    private async Task<ServiceReply?> AuthorizeAsync(RegistryScope scope, CancellationToken cancellationToken)
    {
        if (HasToken(scope))
            return null;
        if (_refresh is null && await SignInAsync(cancellationToken) is { } unknown)
            return unknown;

        var reply = await PostAsync("/oauth2/token", new Dictionary<string, string>
        {
            ["grant_type"] = "refresh_token",
            ["service"] = _service,
            ["scope"] = scope.ToString(),
            ["refresh_token"] = _refresh ?? "",
        }, cancellationToken);
        if (!TryRead(reply, "access_token", out var token, out var failure))
            return failure;
        _access.Add(scope.ToString(), new RegistryAccess(token));
        return null;
    }

    private async Task<ServiceReply?> SignInAsync(CancellationToken cancellationToken)
    {
        var entra = await credential.GetTokenAsync(new TokenRequestContext([EntraScope]), cancellationToken);
        var reply = await PostAsync("/oauth2/exchange", new Dictionary<string, string>
        {
            ["grant_type"] = "access_token",
            ["service"] = _service,
            ["access_token"] = entra.Token,
        }, cancellationToken);
        return TryRead(reply, "refresh_token", out _refresh, out var failure) ? null : failure;
    }

    private Task<ServiceReply> PostAsync(string path, Dictionary<string, string> form, CancellationToken cancellationToken) =>
        client.SendAsync(new ServiceRequest(RequestMethod.Post, Address(path)) { Form = form }, cancellationToken);

    private Uri Address(string path) => new($"https://{_service}{path}");

    private bool TryRead(ServiceReply reply, string member, [NotNullWhen(true)] out string? token, [NotNullWhen(false)] out ServiceReply? failure)
    {
        token = (reply as ServiceReply.Success)?.Object()[member]?.ToString();
        failure = token is not null ? null
            : reply is ServiceReply.Success ? new ServiceReply.Unreached($"{_service} gave no {member.Replace('_', ' ')}.", IsUnknownHost: false)
            : reply;
        return token is not null;
    }
}
