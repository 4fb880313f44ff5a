using Provisioning.Sandbox.Arm.Operations;

namespace Provisioning.Sandbox.Arm.OperationalInsights;

/// <summary>Lists the Log Analytics workspaces of a resource group.</summary>
internal sealed class ListLogWorkspaces() : ListResources(OperationalInsightsTypes.Workspaces);
