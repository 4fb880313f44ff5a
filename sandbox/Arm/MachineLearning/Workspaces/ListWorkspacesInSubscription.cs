using Provisioning.Sandbox.Arm.Operations;

namespace Provisioning.Sandbox.Arm.MachineLearning.Workspaces;

/// <summary>Lists the workspaces of the subscription.</summary>
internal sealed class ListWorkspacesInSubscription() : ListResourcesInSubscription(MachineLearningTypes.Workspaces, "$skip");
