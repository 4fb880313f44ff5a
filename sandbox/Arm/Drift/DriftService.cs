using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Provisioning.Sandbox.Arm.Authorization;
using Provisioning.Sandbox.Hosting;

namespace Provisioning.Sandbox.Arm.Drift;

/// <summary>Changes or removes resources without a request to Resource Manager, so that drift can be shown and tested.</summary>
internal sealed class DriftService(ArmWorld arm) : ISandboxService
{
    /// <inheritdoc/>
    public SandboxEndpoint Endpoint => SandboxEndpoint.Admin;

    /// <inheritdoc/>
    public void Map(WebApplication app) => app.MapAnswer("/_sandbox/drift", ["POST"], async http =>
    {
        var drift = await http.Request.ReadFromJsonAsync(SandboxJson.Compact.TypeInfo<DriftRequest>(), http.RequestAborted);
        if (drift is null || !ArmId.TryParse(drift.Id, out var id))
            return JsonAnswer.Of("The drift names no resource id.", 400);
        lock (arm.Gate)
            return Apply(id, drift.Patch) ? Results.NoContent() : Results.NotFound();
    });

    private bool Apply(ArmId id, JsonObject? patch)
    {
        arm.Operations.Settle(arm);
        if (id.IsOfType(AuthorizationTypes.RoleAssignments.Name))
            return patch is null && RemoveAssignment(id);
        if (arm.Resources.Find(id) is null)
            return false;

        if (patch is null)
            arm.Removal.Remove(id);
        else
            arm.Resources.Change(id, body => Merge(body, patch));
        return true;
    }

    private bool RemoveAssignment(ArmId id)
    {
        if (!Guid.TryParse(id.Name, out var name) || arm.Assignments.Find(name) is not { } assignment)
            return false;
        arm.Assignments.Remove(assignment);
        return true;
    }

    private static void Merge(JsonObject target, JsonObject patch)
    {
        foreach (var (name, value) in patch)
        {
            if (value is null)
                target.Remove(name);
            else if (value is JsonObject inner)
                Merge(target.Open(name), inner);
            else
                target[name] = value.DeepClone();
        }
    }
}
