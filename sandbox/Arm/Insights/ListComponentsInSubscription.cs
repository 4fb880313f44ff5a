using Provisioning.Sandbox.Arm.Operations;

namespace Provisioning.Sandbox.Arm.Insights;

/// <summary>Lists the components of the subscription.</summary>
internal sealed class ListComponentsInSubscription() : ListResourcesInSubscription(InsightsTypes.Components);
