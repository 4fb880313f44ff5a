using Provisioning.Sandbox.Arm.LongRunning;

namespace Provisioning.Sandbox.Arm.ResourceGroups;

/// <summary>Looks after the deletion of a group.</summary>
internal sealed class GetResourceGroupOperationResult() : PollResult(ResourceGroupPolling.Result);
