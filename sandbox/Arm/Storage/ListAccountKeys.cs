using System.Text.Json.Nodes;

namespace Provisioning.Sandbox.Arm.Storage;

/// <summary>Reads the shared keys of an account. Azure hands them out even when the account does not accept them.</summary>
internal sealed class ListAccountKeys() : ArmOperation(
    "POST", StorageTypes.Accounts.Route + "/listKeys", StorageTypes.Accounts.Versions, StorageTypes.Accounts.Action("listkeys/action"))
{
    /// <inheritdoc/>
    public override ArmResponse Invoke(ArmRequest request, ArmWorld arm)
    {
        if (arm.Resources.Find(request.Target) is not { } account)
            return ArmError.NotFound(request.Target);

        if (account.Secrets is null)
        {
            account = account with { Secrets = new JsonObject { ["key1"] = Key(arm), ["key2"] = Key(arm) }.Freeze() };
            arm.Resources.Put(account);
        }

        var keys = account.OpenSecrets().Select(key => new JsonObject
        {
            ["creationTime"] = AzureTime.Text(account.CreatedAt),
            ["keyName"] = key.Key,
            ["value"] = key.Value.TextAt(),
            ["permissions"] = "FULL",
        });
        return ArmResponse.Ok(new JsonObject { ["keys"] = new JsonArray([.. keys]) });
    }

    private static string Key(ArmWorld arm) => Convert.ToBase64String(arm.Sandbox.Random.NextBytes(64));
}
