using System.Text.Json.Nodes;

namespace Provisioning.Sandbox.Arm.Drift;

/// <summary>A change behind everybody's back, as somebody in the portal would make it.</summary>
/// <param name="Id">The resource or role assignment.</param>
/// <param name="Patch">Merged into the resource's body: members replace, null removes (RFC 7396). Null to remove the resource itself.</param>
internal sealed record DriftRequest(string Id, JsonObject? Patch);
