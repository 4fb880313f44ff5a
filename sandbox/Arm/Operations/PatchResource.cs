namespace Provisioning.Sandbox.Arm.Operations;

/// <summary>Changes the parts of one resource that its provider lets be changed; everything else in the request is ignored.</summary>
/// <param name="type">Its type.</param>
/// <param name="properties">Properties the provider's update model has.</param>
internal abstract class PatchResource(ArmResourceType type, params string[] properties)
    : ArmOperation("PATCH", type.Route, type.Versions, type.Action("write"))
{
    /// <inheritdoc/>
    public override ArmResponse Invoke(ArmRequest request, ArmWorld arm)
    {
        if (arm.Resources.Find(request.Target) is not { } existing)
            return ArmError.NotFound(request.Target);
        if (arm.Operations.IsBusy(existing.ArmId))
            return Busy(request);

        var draft = new Draft(existing, existing.ArmId, existing.Open());
        foreach (var member in new[] { "tags", "sku" })
        {
            if (request.Body.At(member) is { } value)
                draft.Body[member] = value.DeepClone();
        }

        foreach (var property in properties)
        {
            if (request.Body.At("properties", property) is { } value)
                draft.Properties[property] = value.DeepClone();
        }

        return Write(draft, request, arm);
    }

    /// <summary>Checks the changed resource and stores it.</summary>
    protected virtual ArmResponse Write(Draft draft, ArmRequest request, ArmWorld arm) =>
        ArmResponse.Ok(type.View(arm.Resources.Write(draft.Id, draft.Body, request), arm));
}
