using Provisioning.Sandbox.Arm.Operations;

namespace Provisioning.Sandbox.Arm.Insights;

/// <summary>Lists the components of a resource group.</summary>
internal sealed class ListComponents() : ListResources(InsightsTypes.Components);
