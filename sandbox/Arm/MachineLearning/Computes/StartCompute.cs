namespace Provisioning.Sandbox.Arm.MachineLearning.Computes;

/// <summary>Starts a compute instance.</summary>
internal sealed class StartCompute() : InstanceAction("start", "Running");
