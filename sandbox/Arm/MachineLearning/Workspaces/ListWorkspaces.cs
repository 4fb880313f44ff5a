using Provisioning.Sandbox.Arm.Operations;

namespace Provisioning.Sandbox.Arm.MachineLearning.Workspaces;

/// <summary>Lists the workspaces of a resource group.</summary>
internal sealed class ListWorkspaces() : ListResources(MachineLearningTypes.Workspaces, "$skip");
