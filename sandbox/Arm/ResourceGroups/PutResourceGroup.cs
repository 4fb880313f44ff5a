namespace Provisioning.Sandbox.Arm.ResourceGroups;

/// <summary>Creates a resource group, or changes its tags.</summary>
internal sealed class PutResourceGroup() : ArmOperation(
    "PUT", ArmTypes.ResourceGroups.Route, ArmTypes.ResourceGroups.Versions, ArmTypes.ResourceGroups.Action("write"))
{
    /// <inheritdoc/>
    public override ArmResponse Invoke(ArmRequest request, ArmWorld arm)
    {
        var name = request.Target.Name;
        if (ArmTypes.ResourceGroups.CheckName(name) is { } invalid)
            return invalid;
        if (request.Body.TextAt("location") is not { Length: > 0 } location)
            return ArmError.BadRequest("LocationRequired", "A resource group needs a location.", "location");

        var existing = arm.Resources.Find(request.Target);
        if (existing?.Open() is { } current)
        {
            if (current.TextAt("properties", "provisioningState") is "Deleting")
                return ArmError.Conflict("ResourceGroupBeingDeleted", $"The resource group '{name}' is being deleted. Wait until it is gone.");
            if (current.TextAt("location") != AzureLocation.Normalize(location))
            {
                return ArmError.Conflict(
                    "InvalidResourceGroupLocation",
                    $"The resource group '{name}' is in '{current.TextAt("location")}' and cannot move to '{location}'.");
            }
        }

        var body = ArmTypes.ResourceGroups.Draft(request.Body);
        if (request.Body.TextAt("managedBy") is { } owner)
            body["managedBy"] = owner;
        body.Open("properties")["provisioningState"] = "Succeeded";
        var id = arm.SubscriptionOf(request.Target).Append($"resourceGroups/{name}");
        var group = arm.Resources.Write(id, body, request);
        return ArmResponse.CreatedOrOk(existing is null, ArmTypes.ResourceGroups.View(group, arm));
    }
}
