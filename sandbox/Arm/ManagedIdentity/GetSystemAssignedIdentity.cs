using System.Text.Json.Nodes;

namespace Provisioning.Sandbox.Arm.ManagedIdentity;

/// <summary>Reads the system-assigned identity of any resource.</summary>
internal sealed class GetSystemAssignedIdentity() : ArmOperation(
    "GET",
    "/{scope}/providers/Microsoft.ManagedIdentity/identities/default",
    ManagedIdentityTypes.SystemAssignedVersions,
    "Microsoft.ManagedIdentity/identities/read")
{
    /// <inheritdoc/>
    public override ArmResponse Invoke(ArmRequest request, ArmWorld arm)
    {
        var owner = request.Target.Parent;
        if (arm.Resources.Find(owner)?.Open() is not { } body
            || body.TextAt("identity", "principalId") is not { } principal
            || arm.Directory.FindServicePrincipal(Guid.Parse(principal)) is not { } found)
        {
            return ArmError.NotFound(request.Target);
        }

        return ArmResponse.Ok(new JsonObject
        {
            ["id"] = request.Target.Value,
            ["name"] = "default",
            ["type"] = "Microsoft.ManagedIdentity/identities",
            ["location"] = body.TextAt("location"),
            ["properties"] = new JsonObject
            {
                ["tenantId"] = arm.Directory.TenantId.ToString(),
                ["principalId"] = principal,
                ["clientId"] = found.AppId.ToString(),
            },
        });
    }
}
