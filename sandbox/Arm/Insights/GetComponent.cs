using Provisioning.Sandbox.Arm.Operations;

namespace Provisioning.Sandbox.Arm.Insights;

/// <summary>Reads an Application Insights component.</summary>
internal sealed class GetComponent() : GetResource(InsightsTypes.Components);
