namespace Provisioning.Sandbox.Arm.MachineLearning.Builds;

/// <summary>A job's wish for an environment that has no image yet, which makes Azure ML build one.</summary>
/// <param name="Workspace">Id of the workspace.</param>
internal sealed record ImageBuildRequest(string Workspace);
