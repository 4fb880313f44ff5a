using System.Text.Json.Nodes;

namespace Provisioning.Sandbox.Arm;

/// <summary>What an operation answers.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Body">JSON body, or null for none.</param>
internal sealed record ArmResponse(int Status, JsonNode? Body = null)
{
    /// <summary>Headers beyond those every answer has.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>Azure's code when this is a refusal, or null.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>200 without a body.</summary>
    public static ArmResponse Empty { get; } = new(200);

    /// <summary>204.</summary>
    public static ArmResponse NoContent { get; } = new(204);

    /// <summary>A refusal as an answer.</summary>
    public static implicit operator ArmResponse(ArmError error) =>
        new(error.Status, new JsonObject { ["error"] = error.ToJson() }) { ErrorCode = error.Code };

    /// <summary>200 with a body.</summary>
    public static ArmResponse Ok(JsonNode body) => new(200, body);

    /// <summary>201 for what is new, 200 for what was there.</summary>
    public static ArmResponse CreatedOrOk(bool isNew, JsonNode body) => new(isNew ? 201 : 200, body);
}
