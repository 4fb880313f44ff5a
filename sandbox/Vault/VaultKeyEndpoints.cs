using System.Buffers.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Provisioning.Sandbox.Arm;
using Provisioning.Sandbox.Arm.KeyVault;
using Provisioning.Sandbox.Arm.Resources;
using Provisioning.Sandbox.Hosting;

namespace Provisioning.Sandbox.Vault;

/// <summary>The keys of the vaults: making them, their public part, and what they are used for.</summary>
internal sealed class VaultKeyEndpoints(VaultGate gate)
{
    /// <summary>Serves them.</summary>
    public void Map(WebApplication app)
    {
        app.MapAnswer("/{vault}/keys/{name}/{version?}", ["GET"], http => gate.EnterAsync(http, http.Route("name"), VaultDemand.ReadKey, (arm, id, _) =>
            Use(http, id, arm, (key, used) => Bundle(key, used, arm))));
        app.MapAnswer("/{vault}/keys/{name}/create", ["POST"], CreateAsync);
        MapUse(app, "encrypt", VaultDemand.Encrypt, encrypts: true);
        MapUse(app, "decrypt", VaultDemand.Decrypt, encrypts: false);
        MapUse(app, "wrapkey", VaultDemand.Wrap, encrypts: true);
        MapUse(app, "unwrapkey", VaultDemand.Unwrap, encrypts: false);
    }

    private void MapUse(WebApplication app, string operation, VaultDemand demand, bool encrypts)
    {
        app.MapAnswer($"/{{vault}}/keys/{{name}}/{operation}", ["POST"], http => UseAsync(http, demand, encrypts));
        app.MapAnswer($"/{{vault}}/keys/{{name}}/{{version}}/{operation}", ["POST"], http => UseAsync(http, demand, encrypts));
    }

    private async Task<IResult> UseAsync(HttpContext http, VaultDemand demand, bool encrypts)
    {
        var body = await VaultBody.ReadAsync(http);
        return await gate.EnterAsync(http, http.Route("name"), demand, (arm, id, _) =>
            Use(http, id, arm, (key, used) => VaultCipher.Answer(http, key, used, encrypts, body, arm)));
    }

    private async Task<IResult> CreateAsync(HttpContext http)
    {
        var name = http.Route("name");
        var body = await VaultBody.ReadAsync(http);
        return await gate.EnterAsync(http, name, VaultDemand.CreateKey, (arm, id, caller) =>
        {
            if (body.TextAt("kty") is not ("RSA" or "RSA-HSM"))
                return VaultErrors.Refuse(http, 400, "BadParameter", "The sandbox makes keys of the kinds RSA and RSA-HSM.");
            if (KeyVaultTypes.Keys.CheckName(name) is { } invalid)
                return VaultErrors.Refuse(http, 400, "BadParameter", invalid.Message);

            var wanted = new JsonObject { ["kty"] = body.TextAt("kty") };
            if (body.FlagAt("attributes", "enabled") is { } enabled)
                wanted["attributes"] = new JsonObject { ["enabled"] = enabled };
            var key = VaultKeyMaterial.Create(KeyVaultTypes.Keys.IdIn(id, name), wanted, caller, arm);
            return Bundle(key, VaultKeyMaterial.CurrentVersion(key), arm);
        });
    }

    private static IResult Use(HttpContext http, ArmId vault, ArmWorld arm, Func<ArmResource, string, IResult> use)
    {
        var (name, version) = (http.Route("name"), http.FindRoute("version"));
        if (arm.Resources.Find(KeyVaultTypes.Keys.IdIn(vault, name)) is not { } key || (version is not null && !VaultKeyMaterial.HasVersion(key, version)))
            return VaultErrors.Refuse(http, 404, "KeyNotFound", $"There is no key '{name}' with this name and version in the vault.");
        return use(key, version ?? VaultKeyMaterial.CurrentVersion(key));
    }

    private static IResult Bundle(ArmResource key, string version, ArmWorld arm)
    {
        var properties = key.Open().ObjectAt("properties");
        using var rsa = VaultKeyMaterial.Open(key, version, arm);
        var open = rsa.ExportParameters(includePrivateParameters: false);
        return JsonAnswer.Of(new JsonObject
        {
            ["key"] = new JsonObject
            {
                ["kid"] = $"{DataPlaneAddresses.Vault(arm.Sandbox, key.ArmId.Parent.Name)}keys/{key.ArmId.Name}/{version}",
                ["kty"] = properties.TextAt("kty"),
                ["key_ops"] = properties.At("keyOps")?.DeepClone(),
                ["n"] = Base64Url.EncodeToString(open.Modulus),
                ["e"] = Base64Url.EncodeToString(open.Exponent),
            },
            ["attributes"] = properties.At("attributes")?.DeepClone(),
        });
    }
}
