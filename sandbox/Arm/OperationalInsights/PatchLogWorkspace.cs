using Provisioning.Sandbox.Arm.Operations;

namespace Provisioning.Sandbox.Arm.OperationalInsights;

/// <summary>Changes the settings of a Log Analytics workspace.</summary>
internal sealed class PatchLogWorkspace() : PatchResource(OperationalInsightsTypes.Workspaces, "retentionInDays", "sku", "features", "workspaceCapping", "publicNetworkAccessForIngestion", "publicNetworkAccessForQuery");
