using Provisioning.Sandbox.Arm.Operations;

namespace Provisioning.Sandbox.Arm.Insights;

/// <summary>Changes the tags of a component.</summary>
internal sealed class PatchComponent() : PatchResource(InsightsTypes.Components);
