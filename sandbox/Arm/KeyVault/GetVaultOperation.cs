using Provisioning.Sandbox.Arm.LongRunning;

namespace Provisioning.Sandbox.Arm.KeyVault;

/// <summary>Waits for the end of a purge.</summary>
internal sealed class GetVaultOperation() : PollResult(KeyVaultTypes.Result);
