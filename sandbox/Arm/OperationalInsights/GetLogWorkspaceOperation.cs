using Provisioning.Sandbox.Arm.LongRunning;

namespace Provisioning.Sandbox.Arm.OperationalInsights;

/// <summary>Looks after an operation on a Log Analytics workspace.</summary>
internal sealed class GetLogWorkspaceOperation() : PollStatus(OperationalInsightsTypes.Status);
