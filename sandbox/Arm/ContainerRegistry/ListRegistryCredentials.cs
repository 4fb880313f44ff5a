using System.Text.Json.Nodes;
using Microsoft.IdentityModel.Tokens;

namespace Provisioning.Sandbox.Arm.ContainerRegistry;

/// <summary>Reads the admin user's passwords, which a registry has only while that user is on.</summary>
internal sealed class ListRegistryCredentials() : ArmOperation(
    "POST",
    ContainerRegistryTypes.Registries.Route + "/listCredentials",
    ContainerRegistryTypes.Registries.Versions,
    ContainerRegistryTypes.Registries.Action("listCredentials/action"))
{
    /// <inheritdoc/>
    public override ArmResponse Invoke(ArmRequest request, ArmWorld arm)
    {
        if (arm.Resources.Find(request.Target) is not { } registry)
            return ArmError.NotFound(request.Target);
        if (registry.Open().FlagAt("properties", "adminUserEnabled") is not true)
            return ArmError.BadRequest("UnAuthorizedForCredentialOperations", $"The admin user of the registry '{registry.ArmId.Name}' is disabled.");

        if (registry.Secrets is null)
        {
            var secrets = new JsonObject { ["password"] = Password(arm), ["password2"] = Password(arm) };
            registry = registry with { Secrets = secrets.Freeze() };
            arm.Resources.Put(registry);
        }

        var passwords = registry.OpenSecrets().Select(password => new JsonObject { ["name"] = password.Key, ["value"] = password.Value.TextAt() });
        return ArmResponse.Ok(new JsonObject { ["username"] = registry.ArmId.Name, ["passwords"] = new JsonArray([.. passwords]) });
    }

    private static string Password(ArmWorld arm) => Base64UrlEncoder.Encode(arm.Sandbox.Random.NextBytes(32));
}
