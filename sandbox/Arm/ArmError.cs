using System.Text.Json.Nodes;

namespace Provisioning.Sandbox.Arm;

/// <summary>A refusal, in the envelope Resource Manager puts around the errors of all its providers.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Code">Azure's error code.</param>
/// <param name="Message">What is wrong with what, and what to do.</param>
/// <param name="Target">The property at fault, or null.</param>
internal sealed record ArmError(int Status, string Code, string Message, string? Target = null)
{
    /// <summary>Nested causes, as machine learning and the resource groups give them.</summary>
    public IReadOnlyList<ArmError> Details { get; init => field = value ?? []; } = [];

    /// <summary>A 400 with a code.</summary>
    public static ArmError BadRequest(string code, string message, string? target = null) => new(400, code, message, target);

    /// <summary>A 400 with the code <c>BadRequest</c>.</summary>
    public static ArmError Invalid(string message, string? target = null) => new(400, "BadRequest", message, target);

    /// <summary>A 409 with a code.</summary>
    public static ArmError Conflict(string code, string message) => new(409, code, message);

    /// <summary>The 404 for a resource.</summary>
    public static ArmError NotFound(ArmId id) => new(
        404,
        "ResourceNotFound",
        id.ResourceGroup is { } group
            ? $"There is no resource '{id.Type}/{id.Name}' in resource group '{group}'."
            : $"There is no resource '{id.Type}/{id.Name}'.");

    /// <summary>The 404 for a resource group.</summary>
    public static ArmError GroupNotFound(string name) =>
        new(404, "ResourceGroupNotFound", $"There is no resource group '{name}'.");

    /// <summary>The error object alone, as operation bodies hold it.</summary>
    public JsonObject ToJson()
    {
        var error = new JsonObject { ["code"] = Code, ["message"] = Message };
        if (Target is not null)
            error["target"] = Target;
        if (Details.Count > 0)
            error["details"] = new JsonArray([.. Details.Select(detail => detail.ToJson())]);
        return error;
    }
}
