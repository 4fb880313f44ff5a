namespace Provisioning.Sandbox.Arm.MachineLearning.Computes;

/// <summary>Stops a compute instance.</summary>
internal sealed class StopCompute() : InstanceAction("stop", "Stopped");
