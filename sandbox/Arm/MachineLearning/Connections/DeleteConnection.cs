using Provisioning.Sandbox.Arm.Operations;

namespace Provisioning.Sandbox.Arm.MachineLearning.Connections;

/// <summary>Deletes a connection.</summary>
internal sealed class DeleteConnection() : DeleteResource(MachineLearningTypes.Connections);
