using Provisioning.Sandbox.Arm.Operations;

namespace Provisioning.Sandbox.Arm.Insights;

/// <summary>Deletes a component.</summary>
internal sealed class DeleteComponent() : DeleteResource(InsightsTypes.Components);
