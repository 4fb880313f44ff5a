namespace Provisioning.Sandbox.Arm;

/// <summary>Whether what must contain a thing is there: the resource group, then the parent resource, and the provider's registration.</summary>
internal static class Containment
{
    /// <summary>Why an operation cannot reach its target, or null.</summary>
    public static ArmError? Check(ArmOperation operation, ArmRequest request, ArmWorld arm)
    {
        var target = request.Target;
        if (target.ResourceGroup is { } group && !target.Equals(target.Group))
        {
            if (arm.Resources.Find(target.Group) is not { } found)
                return ArmError.GroupNotFound(group);
            if (operation.Method is "PUT" && found.Open().TextAt("properties", "provisioningState") is "Deleting")
                return ArmError.Conflict("ResourceGroupBeingDeleted", $"The resource group '{group}' is being deleted. Wait until it is gone.");
        }

        if (!IsThere(target.Parent, arm))
        {
            return operation.Method is "PUT"
                ? new ArmError(404, "ParentResourceNotFound", $"The resource '{target.Parent}' that shall contain '{target.Name}' was not found. If it is new, wait until it shows.")
                : ArmError.NotFound(target.Parent);
        }

        return operation.Method is "PUT" && ProviderOf(target) is { } provider && !arm.Providers.IsRegistered(provider, arm.SubscriptionOf(target))
            ? ArmError.Conflict("MissingSubscriptionRegistration", $"The subscription is not registered to use namespace '{provider}'. Register it, then try again.") with
            {
                Details = [new ArmError(409, "MissingSubscriptionRegistration", $"The subscription is not registered to use namespace '{provider}'.", provider)],
            }
            : null;
    }

    /// <summary>Groups and resources of types the sandbox knows must exist; subscription, root and foreign types are taken as there.</summary>
    private static bool IsThere(ArmId id, ArmWorld arm) => ArmTypes.Find(id.Type) switch
    {
        _ when id.ResourceGroup is null || id.Equals(id.Group) => true,
        { IsMadeByDataPlane: true } => IsThere(id.Parent, arm),
        { IsStored: true } => arm.Resources.Find(id) is not null,
        _ => true,
    };

    private static string? ProviderOf(ArmId target) =>
        ArmTypes.Find(target.Type) is { IsStored: true } type && type.Namespace is not "Microsoft.Resources" ? type.Namespace : null;
}
