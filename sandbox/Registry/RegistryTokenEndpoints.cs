using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Provisioning.Sandbox.Arm;
using Provisioning.Sandbox.Entra;
using Provisioning.Sandbox.Hosting;

namespace Provisioning.Sandbox.Registry;

/// <summary>Where a registry gives tokens: a refresh token for one of Entra's, then access tokens for the refresh token.</summary>
internal sealed class RegistryTokenEndpoints(EntraTenant tenant, RegistryHost host, RegistryTokens tokens)
{
    private const string Audience = "https://containerregistry.azure.net";
    private const string TokenUser = "00000000-0000-0000-0000-000000000000";

    /// <summary>Adds the routes.</summary>
    public void Map(WebApplication app)
    {
        app.MapAnswer("/oauth2/exchange", ["POST"], ExchangeAsync);
        app.MapAnswer("/oauth2/token", ["POST"], RedeemAsync);
        app.MapAnswer("/oauth2/token", ["GET"], RedeemByPasswordAsync);
    }

    private async Task<IResult> ExchangeAsync(HttpContext http)
    {
        var form = await FormAsync(http);
        var login = RegistryHost.LoginServer(http);
        if (form["grant_type"] != "access_token" || form["service"] != login)
            return RegistryErrors.Refuse(http, 400, "BAD_REQUEST", $"An exchange names the grant type 'access_token' and the service '{login}'.");

        var forRegistries = await tenant.Validator.ValidateAsync($"Bearer {form["access_token"]}", [Audience]);
        var forResourceManager = await tenant.Validator.ValidateAsync($"Bearer {form["access_token"]}", tenant.Audiences.ResourceManager);
        return host.With(http, (arm, registry) =>
        {
            var validation = forRegistries is TokenValidation.Accepted || !TakesResourceManagerTokens(registry, arm) ? forRegistries : forResourceManager;
            return validation is TokenValidation.Accepted { Principal: var principal }
                ? JsonAnswer.Of(new JsonObject { ["refresh_token"] = tokens.IssueRefresh(login, principal.ObjectId) })
                : RegistryErrors.Challenge(http, login, null);
        });
    }

    private async Task<IResult> RedeemAsync(HttpContext http)
    {
        var form = await FormAsync(http);
        var login = RegistryHost.LoginServer(http);
        if (form["grant_type"] != "refresh_token" || form["service"] != login)
            return RegistryErrors.Refuse(http, 400, "BAD_REQUEST", $"A token is asked for with the grant type 'refresh_token' and the service '{login}'.");

        return await tokens.ReadRefreshAsync(login, form["refresh_token"].ToString()) is { } principal
            ? Grant(http, principal, string.Join(' ', form["scope"].ToArray()))
            : RegistryErrors.Challenge(http, login, null);
    }

    private async Task<IResult> RedeemByPasswordAsync(HttpContext http)
    {
        var scope = string.Join(' ', http.Request.Query["scope"].ToArray());
        if (http.Request.Headers.Authorization.Count is 0)
            return Grant(http, null, scope);

        var login = RegistryHost.LoginServer(http);
        return RefreshTokenOf(http) is { } token && await tokens.ReadRefreshAsync(login, token) is { } principal
            ? Grant(http, principal, scope)
            : RegistryErrors.Challenge(http, login, null);
    }

    private IResult Grant(HttpContext http, Guid? principal, string scope) => host.With(http, (arm, registry) =>
    {
        var granted = RegistryScope.Parse(scope).Select(wanted => RegistryPermissions.Grant(principal, wanted, registry, arm));
        var token = tokens.IssueAccess(RegistryHost.LoginServer(http), [.. granted.Where(one => one.Actions.Count > 0)]);
        return JsonAnswer.Of(new JsonObject { ["access_token"] = token });
    });

    private static bool TakesResourceManagerTokens(ArmId registry, ArmWorld arm) =>
        arm.Resources.Find(registry)?.Open().TextAt("properties", "policies", "azureADAuthenticationAsArmPolicy", "status") is not "disabled";

    private static string? RefreshTokenOf(HttpContext http)
    {
        const string scheme = "Basic ";
        var header = http.Request.Headers.Authorization.ToString();
        if (!header.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
            return null;

        var buffer = new byte[header.Length];
        if (!Convert.TryFromBase64String(header[scheme.Length..].Trim(), buffer, out var length))
            return null;
        return Encoding.UTF8.GetString(buffer, 0, length).Split(':', 2) is [TokenUser, var password] ? password : null;
    }

    private static async Task<IFormCollection> FormAsync(HttpContext http) =>
        http.Request.HasFormContentType ? await http.Request.ReadFormAsync(http.RequestAborted) : FormCollection.Empty;
}
