namespace Provisioning.Sandbox.Arm.MachineLearning.Computes;

/// <summary>Restarts a compute instance.</summary>
internal sealed class RestartCompute() : InstanceAction("restart", "Running");
