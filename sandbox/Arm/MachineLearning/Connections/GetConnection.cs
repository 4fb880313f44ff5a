using Provisioning.Sandbox.Arm.Operations;

namespace Provisioning.Sandbox.Arm.MachineLearning.Connections;

/// <summary>Reads a connection, its secrets left out.</summary>
internal sealed class GetConnection() : GetResource(MachineLearningTypes.Connections);
