using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Provisioning.Sandbox.Arm;
using Provisioning.Sandbox.Arm.KeyVault;
using Provisioning.Sandbox.DataPlane;
using Provisioning.Sandbox.Hosting;

namespace Provisioning.Sandbox.Vault;

/// <summary>The data of the key vaults: their secrets and keys. A vault's address is its name below the endpoint.</summary>
internal sealed class VaultService(SandboxContext sandbox, DataPlaneAccess access) : ISandboxService
{
    private readonly VaultGate _gate = new(sandbox, access);

    /// <inheritdoc/>
    public SandboxEndpoint Endpoint => SandboxEndpoint.Vault;

    /// <inheritdoc/>
    public void Map(WebApplication app)
    {
        app.MapAnswer("/{vault}/secrets/{name}/{version?}", ["GET"], http => _gate.EnterAsync(http, http.Route("name"), VaultDemand.Get, (arm, id, _) =>
            Get(http, VaultSecret.IdOf(id, http.Route("name")), http.FindRoute("version"), arm)));
        app.MapAnswer("/{vault}/secrets", ["GET"], http => _gate.EnterAsync(http, null, VaultDemand.List, (arm, id, _) => List(id, arm)));
        app.MapAnswer("/{vault}/secrets/{name}", ["PUT"], PutAsync);
        new VaultKeyEndpoints(_gate).Map(app);
    }

    private static IResult Get(HttpContext http, ArmId id, string? version, ArmWorld arm)
    {
        if (arm.Resources.Find(id) is not { } secret || (version is not null && version != VaultSecret.VersionOf(secret)))
            return VaultErrors.Refuse(http, 404, "SecretNotFound", $"There is no secret '{id.Name}' with this name and version in the vault.");
        return secret.Open().FlagAt("properties", "attributes", "enabled") is false
            ? VaultErrors.Forbidden(http, "SecretDisabled", $"The secret '{id.Name}' is disabled.")
            : JsonAnswer.Of(VaultSecret.Bundle(secret, arm));
    }

    private static IResult List(ArmId vault, ArmWorld arm)
    {
        var secrets = arm.Resources.ChildrenOf(vault, KeyVaultTypes.Secrets).Select(secret => VaultSecret.Item(secret, arm));
        return JsonAnswer.Of(new JsonObject { ["value"] = new JsonArray([.. secrets]), ["nextLink"] = null });
    }

    private async Task<IResult> PutAsync(HttpContext http)
    {
        var name = http.Route("name");
        var body = await VaultBody.ReadAsync(http);
        return await _gate.EnterAsync(http, name, VaultDemand.Set, (arm, id, caller) =>
        {
            if (body.TextAt("value") is not { } value)
                return VaultErrors.Refuse(http, 400, "BadParameter", "A secret needs a value.");
            return KeyVaultTypes.Secrets.CheckName(name) is { } invalid
                ? VaultErrors.Refuse(http, 400, "BadParameter", invalid.Message)
                : JsonAnswer.Of(VaultSecret.Bundle(VaultSecret.Write(VaultSecret.IdOf(id, name), value, body, caller, arm), arm));
        });
    }
}
