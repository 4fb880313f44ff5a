using System.Text.Json.Nodes;
using Provisioning.Sandbox.Arm.Resources;

namespace Provisioning.Sandbox.Arm.Operations;

/// <summary>Creates or replaces one resource. Checks what is the same for all types; the provider does the rest.</summary>
/// <param name="type">Its type.</param>
internal abstract class PutResource(ArmResourceType type) : ArmOperation("PUT", type.Route, type.Versions, type.Action("write"))
{
    private static readonly HashSet<string> Members = new(StringComparer.Ordinal)
    {
        "id", "name", "type", "location", "tags", "identity", "sku", "kind", "properties", "systemData", "etag", "eTag", "managedBy", "plan",
        "zones", "extendedLocation",
    };

    /// <inheritdoc/>
    public sealed override ArmResponse Invoke(ArmRequest request, ArmWorld arm)
    {
        var existing = arm.Resources.Find(request.Target);
        if (existing is null && Recover(request, arm) is { } recovered)
            return recovered;
        if (existing is null && (type.CheckName(request.Target.Name) ?? CheckNameIsFree(request, arm)) is { } refusal)
            return refusal;
        if (CheckEnvelope(request.Body, existing) is { } invalid)
            return invalid;
        if (arm.Operations.IsBusy(request.Target))
            return Busy(request);

        var container = arm.Resources.Find(request.Target.Parent)?.ArmId ?? request.Target.Parent;
        return Write(new Draft(existing, existing?.ArmId ?? type.IdIn(container, request.Target.Name), type.Draft(request.Body)), request, arm);
    }

    /// <summary>Checks the rest and stores the resource.</summary>
    protected abstract ArmResponse Write(Draft draft, ArmRequest request, ArmWorld arm);

    /// <summary>The answer to a request that asks for a deleted resource back, or null when it does not.</summary>
    protected virtual ArmResponse? Recover(ArmRequest request, ArmWorld arm) => null;

    /// <summary>The refusal of a name that another resource has; for types whose names are unique everywhere.</summary>
    protected virtual ArmError NameTaken(string name, ArmId holder, ArmWorld arm) =>
        ArmError.Conflict("AlreadyInUse", $"The name '{name}' is already in use.");

    /// <summary>Stores a draft and takes its name.</summary>
    protected ArmResource Store(Draft draft, ArmRequest request, ArmWorld arm, JsonObject? secrets = null)
    {
        if (type.HasGlobalNames)
            arm.Names.Take(type.Name, draft.Id.Name, draft.Id);
        return arm.Resources.Write(draft.Id, draft.Body, request, secrets);
    }

    private ArmError? CheckNameIsFree(ArmRequest request, ArmWorld arm) =>
        type.HasGlobalNames && arm.Names.Holder(type.Name, request.Target.Name) is { } holder
            ? NameTaken(request.Target.Name, holder, arm)
            : null;

    private ArmError? CheckEnvelope(JsonObject body, ArmResource? existing)
    {
        if (body.FirstOrDefault(member => !Members.Contains(member.Key)) is { Key: { } unknown })
            return ArmError.BadRequest("InvalidRequestContent", $"The body has a member '{unknown}' that resources of type '{type.Name}' do not have.", unknown);
        if (!type.IsTracked)
            return null;
        if (body.TextAt("location") is not { Length: > 0 } location)
            return ArmError.BadRequest("LocationRequired", "A resource of this type needs a location.", "location");

        return existing?.Open().TextAt("location") is { } current && AzureLocation.Normalize(current) != AzureLocation.Normalize(location)
            ? ArmError.Conflict(
                "InvalidResourceLocation",
                $"The resource '{existing.ArmId.Name}' is in '{current}' and cannot move to '{location}'.")
            : null;
    }
}
