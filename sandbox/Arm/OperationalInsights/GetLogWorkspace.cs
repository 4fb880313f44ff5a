using Provisioning.Sandbox.Arm.Operations;

namespace Provisioning.Sandbox.Arm.OperationalInsights;

/// <summary>Reads a Log Analytics workspace.</summary>
internal sealed class GetLogWorkspace() : GetResource(OperationalInsightsTypes.Workspaces);
