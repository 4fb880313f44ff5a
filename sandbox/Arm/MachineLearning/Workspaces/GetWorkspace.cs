using Provisioning.Sandbox.Arm.Operations;

namespace Provisioning.Sandbox.Arm.MachineLearning.Workspaces;

/// <summary>Reads a workspace.</summary>
internal sealed class GetWorkspace() : GetResource(MachineLearningTypes.Workspaces);
