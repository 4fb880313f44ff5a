using Provisioning.Sandbox.Arm.Operations;

namespace Provisioning.Sandbox.Arm.OperationalInsights;

/// <summary>Lists the Log Analytics workspaces of the subscription.</summary>
internal sealed class ListLogWorkspacesInSubscription() : ListResourcesInSubscription(OperationalInsightsTypes.Workspaces);
