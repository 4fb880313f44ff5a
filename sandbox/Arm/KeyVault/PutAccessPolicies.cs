using System.Text.Json.Nodes;

namespace Provisioning.Sandbox.Arm.KeyVault;

/// <summary>Adds, replaces or removes access policies of a vault without touching the others.</summary>
internal sealed class PutAccessPolicies() : ArmOperation(
    "PUT",
    KeyVaultTypes.Vaults.Route + "/accessPolicies/{operationKind}",
    KeyVaultTypes.Vaults.Versions,
    KeyVaultTypes.Vaults.Action("accessPolicies/write"))
{
    /// <inheritdoc/>
    public override ArmResponse Invoke(ArmRequest request, ArmWorld arm)
    {
        var id = request.Target.Parent;
        var given = request.Body.At("properties", "accessPolicies") as JsonArray;
        var kind = request.Route["operationKind"].ToLowerInvariant();
        if (given is null || kind is not ("add" or "replace" or "remove"))
            return ArmError.Invalid("Access policies are added, replaced or removed, and named in 'properties.accessPolicies'.");
        if (arm.Resources.Find(id) is not { } vault)
            return ArmError.NotFound(id);

        var named = given.Select(policy => policy.TextAt("objectId")).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var body = vault.Open();
        var current = body.At("properties", "accessPolicies") as JsonArray ?? [];
        var policies = current.Where(policy => kind is "add" || !named.Contains(policy.TextAt("objectId")))
            .Concat(kind is "remove" ? [] : given)
            .Select(policy => policy?.DeepClone())
            .ToArray();
        body.Open("properties")["accessPolicies"] = new JsonArray(policies);
        arm.Resources.Write(id, body, request);
        return ArmResponse.Ok(new JsonObject
        {
            ["id"] = $"{vault.Id}/accessPolicies/",
            ["type"] = "Microsoft.KeyVault/vaults/accessPolicies",
            ["properties"] = new JsonObject { ["accessPolicies"] = new JsonArray([.. policies.Select(policy => policy?.DeepClone())]) },
        });
    }
}
