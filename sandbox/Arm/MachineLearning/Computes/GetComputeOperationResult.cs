using Provisioning.Sandbox.Arm.LongRunning;

namespace Provisioning.Sandbox.Arm.MachineLearning.Computes;

/// <summary>Waits for the outcome of a compute's operation.</summary>
internal sealed class GetComputeOperationResult() : PollResult(MachineLearningTypes.ComputeResult);
