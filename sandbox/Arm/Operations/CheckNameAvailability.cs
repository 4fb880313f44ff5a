using System.Text.Json.Nodes;

namespace Provisioning.Sandbox.Arm.Operations;

/// <summary>Tells whether a name of a type with global names can be taken.</summary>
/// <param name="type">The type.</param>
/// <param name="invalidReason">The provider's word for a name against the rules.</param>
internal abstract class CheckNameAvailability(ArmResourceType type, string invalidReason) : ArmOperation(
    "POST",
    $"{ArmResourceType.SubscriptionRoute}/providers/{type.Namespace}/checkNameAvailability",
    type.Versions,
    $"{type.Namespace}/checkNameAvailability/read")
{
    /// <inheritdoc/>
    public override ArmResponse Invoke(ArmRequest request, ArmWorld arm)
    {
        if (request.Body.TextAt("name") is not { Length: > 0 } name)
            return ArmError.Invalid("The request names no name to check.", "name");
        if (type.CheckName(name) is { } invalid)
            return Answer(isAvailable: false, invalidReason, invalid.Message);

        return arm.Names.Holder(type.Name, name) is null
            ? Answer(isAvailable: true, null, null)
            : Answer(isAvailable: false, "AlreadyExists", $"The name '{name}' is already in use.");
    }

    private static ArmResponse Answer(bool isAvailable, string? reason, string? message)
    {
        var body = new JsonObject { ["nameAvailable"] = isAvailable };
        if (reason is not null)
            body["reason"] = reason;
        if (message is not null)
            body["message"] = message;
        return ArmResponse.Ok(body);
    }
}
