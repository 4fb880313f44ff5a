using Provisioning.Sandbox.Arm.Operations;

namespace Provisioning.Sandbox.Arm.MachineLearning.Computes;

/// <summary>Reads a compute.</summary>
internal sealed class GetCompute() : GetResource(MachineLearningTypes.Computes);
