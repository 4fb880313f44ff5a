using Provisioning.Sandbox.Arm.LongRunning;

namespace Provisioning.Sandbox.Arm.MachineLearning.Computes;

/// <summary>Looks after a compute's operation.</summary>
internal sealed class GetComputeOperationStatus() : PollStatus(MachineLearningTypes.ComputeStatus);
