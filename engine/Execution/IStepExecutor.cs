using Provisioning.Engine.Planning;
using Provisioning.Engine.Providers;

namespace Provisioning.Engine.Execution;

/// <summary>Asks the provider to do what a step says. Decides nothing, and records nothing.</summary>
internal interface IStepExecutor
{
    /// <summary>Executes a step.</summary>
    /// <returns>What the provider answered; null when the step needs no answer.</returns>
    /// <exception cref="Protocol.Rpc.RpcException">The provider refused or failed.</exception>
    Task<ProviderOutcome?> ExecuteAsync(Step step, CancellationToken cancellationToken);
}
