using Microsoft.AspNetCore.Http;
using Provisioning.Sandbox.Arm;
using Provisioning.Sandbox.Arm.Authorization;
using Provisioning.Sandbox.Arm.KeyVault;
using Provisioning.Sandbox.DataPlane;
using Provisioning.Sandbox.Entra;
using Provisioning.Sandbox.Hosting;

namespace Provisioning.Sandbox.Vault;

/// <summary>Lets a request into a vault: token, network, then roles or access policies, whichever rule the vault.</summary>
internal sealed class VaultGate(SandboxContext sandbox, DataPlaneAccess access)
{
    private const string Audience = "https://vault.azure.net";

    /// <summary>Answers a request for a secret, for the secrets, or for a key of a vault.</summary>
    /// <param name="http">The request; its route names the vault.</param>
    /// <param name="name">Name of the secret or key, or null when all are meant.</param>
    /// <param name="demand">What the caller needs.</param>
    /// <param name="answer">Does the work; gets the vault's id and the caller's object id.</param>
    public async Task<IResult> EnterAsync(
        HttpContext http, string? name, VaultDemand demand, Func<ArmWorld, ArmId, Guid, IResult> answer)
    {
        var validation = await access.AuthenticateAsync(http, Audience);
        if (validation is not TokenValidation.Accepted { Principal: var principal })
            return Challenge(http);
        if (string.IsNullOrEmpty(http.Request.Query["api-version"]))
            return VaultErrors.Refuse(http, 400, "BadParameter", "Every request needs the query parameter 'api-version'.");

        return access.Look(arm =>
        {
            var vaultName = http.Route("vault");
            if (DataPlaneAccess.Find(arm, KeyVaultTypes.Vaults, vaultName) is not { } vault)
                return VaultErrors.Refuse(http, 404, "VaultNotFound", $"There is no vault '{vaultName}'.");
            return CheckNetwork(http, vault, arm)
                ?? CheckAccess(http, vault, name, demand, principal, arm)
                ?? answer(arm, vault, principal.ObjectId);
        });
    }

    private static IResult? CheckNetwork(HttpContext http, ArmId vault, ArmWorld arm)
    {
        var properties = arm.Resources.Find(vault)?.Open().ObjectAt("properties");
        if (string.Equals(properties.TextAt("publicNetworkAccess"), "Disabled", StringComparison.OrdinalIgnoreCase))
            return VaultErrors.Forbidden(http, "ForbiddenByConnection", "Public network access to the vault is disabled; come by a private endpoint.");
        return string.Equals(properties.TextAt("networkAcls", "defaultAction"), "Deny", StringComparison.OrdinalIgnoreCase)
            ? VaultErrors.Forbidden(http, "ForbiddenByFirewall", "The caller's address is not among those the vault allows.")
            : null;
    }

    private static IResult? CheckAccess(
        HttpContext http, ArmId vault, string? name, VaultDemand demand, TokenPrincipal principal, ArmWorld arm)
    {
        if (!VaultAccess.UsesRoles(vault, arm))
        {
            return VaultAccess.HasPolicy(vault, principal.ObjectId, demand.Section, demand.Policy, arm)
                ? null
                : VaultErrors.Forbidden(
                    http,
                    "AccessDenied",
                    $"The caller '{principal.AppId}' (object id '{principal.ObjectId}') has no access policy with the permission '{demand.Policy}' on {demand.Section} of the vault '{vault.Name}'.");
        }

        var scope = name is null ? vault : demand.Type.IdIn(vault, name);
        return DataPlaneAccess.Allows(arm, new AccessRequest(principal.ObjectId, demand.Action, scope) { IsDataAction = true })
            ? null
            : VaultErrors.Forbidden(
                http,
                "ForbiddenByRbac",
                $"The caller '{principal.AppId}' (object id '{principal.ObjectId}') lacks the data action '{demand.Action}' on '{scope}'. After a recent assignment, wait for it to take effect.");
    }

    private IResult Challenge(HttpContext http)
    {
        http.Response.Headers.WWWAuthenticate =
            $"Bearer authorization=\"{new Uri(sandbox.AddressOf(SandboxEndpoint.Login), sandbox.Options.TenantId.ToString())}\", resource=\"{Audience}\"";
        return VaultErrors.Refuse(http, 401, "Unauthorized", $"The request needs a token for '{Audience}'.");
    }
}
