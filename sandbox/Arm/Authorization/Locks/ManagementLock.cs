using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Provisioning.Sandbox.Arm.Authorization.Locks;

/// <summary>A lock on a scope and all below it.</summary>
/// <param name="Id">Its id; the scope is what it is attached to.</param>
/// <param name="Level"><c>CanNotDelete</c> or <c>ReadOnly</c>.</param>
/// <param name="Notes">Free text, or null.</param>
internal sealed record ManagementLock(string Id, string Level, string? Notes)
{
    /// <summary>What is locked.</summary>
    [JsonIgnore]
    public ArmId Scope => ArmId.Parse(Id).Parent;

    /// <summary>Whether it forbids changes, not only deletion.</summary>
    [JsonIgnore]
    public bool IsReadOnly => string.Equals(Level, "ReadOnly", StringComparison.OrdinalIgnoreCase);

    /// <summary>The lock as answers show it.</summary>
    public JsonObject View() => new()
    {
        ["id"] = Id,
        ["name"] = ArmId.Parse(Id).Name,
        ["type"] = AuthorizationTypes.Locks.Name,
        ["properties"] = new JsonObject { ["level"] = Level, ["notes"] = Notes },
    };
}
