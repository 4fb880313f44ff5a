using Provisioning.Sandbox.Arm.Operations;

namespace Provisioning.Sandbox.Arm.OperationalInsights;

/// <summary>Deletes a Log Analytics workspace softly; with <c>force=true</c> for good.</summary>
internal sealed class DeleteLogWorkspace() : DeleteResource(OperationalInsightsTypes.Workspaces)
{
    /// <inheritdoc/>
    public override ArmResponse Invoke(ArmRequest request, ArmWorld arm)
    {
        var response = base.Invoke(request, arm);
        if (response.Status is 200 && string.Equals(request.Query.GetValueOrDefault("force"), "true", StringComparison.OrdinalIgnoreCase))
            arm.SoftDeleted.Purge(request.Target);
        return response;
    }
}
