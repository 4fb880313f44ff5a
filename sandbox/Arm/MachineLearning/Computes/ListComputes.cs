using Provisioning.Sandbox.Arm.Operations;

namespace Provisioning.Sandbox.Arm.MachineLearning.Computes;

/// <summary>Lists the computes of a workspace.</summary>
internal sealed class ListComputes() : ListResources(MachineLearningTypes.Computes, "$skip");
