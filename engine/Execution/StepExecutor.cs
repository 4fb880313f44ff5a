using Provisioning.Engine.Planning;
using Provisioning.Engine.Providers;
using Provisioning.Engine.State;
using Provisioning.Protocol.Rpc;

namespace Provisioning.Engine.Execution;

/// <summary>Executes steps for real.</summary>
internal sealed class StepExecutor(ProviderRegistry providers) : IStepExecutor
{
    /// <inheritdoc/>
    public Task<ProviderOutcome?> ExecuteAsync(Step step, CancellationToken cancellationToken) => step switch
    {
        Step.Same same => KeepAsync(same.New, cancellationToken),
        Step.Create create => CreateAsync(create.New, cancellationToken),
        Step.CreateReplacement create => CreateAsync(create.New, cancellationToken),
        Step.Update update => UpdateAsync(update, cancellationToken),
        Step.Delete delete => DeleteAsync(delete, cancellationToken),
        Step.Read read => ReadAsync(read, cancellationToken),
        Step.Import import => ImportAsync(import, cancellationToken),
        Step.Refresh refresh => RefreshAsync(refresh, cancellationToken),
        Step.Replace or Step.RemovePendingReplace => Task.FromResult<ProviderOutcome?>(null),
        _ => throw new InvalidOperationException($"Unhandled step {step.GetType()}."),
    };

    private async Task<ProviderOutcome?> KeepAsync(ResourceState resource, CancellationToken cancellationToken)
    {
        if (resource.Urn.IsProvider)
            await providers.ConfigureAsync(resource, cancellationToken).ConfigureAwait(false);
        return null;
    }

    private async Task<ProviderOutcome?> CreateAsync(ResourceState planned, CancellationToken cancellationToken) =>
        await providers.FindAsync(planned, cancellationToken).ConfigureAwait(false) is { } provider
            ? await provider.CreateAsync(planned, preview: false, cancellationToken).ConfigureAwait(false)
            : null;

    private async Task<ProviderOutcome?> UpdateAsync(Step.Update update, CancellationToken cancellationToken) =>
        await providers.FindAsync(update.New, cancellationToken).ConfigureAwait(false) is { } provider
            ? await provider.UpdateAsync(update.Old, update.New, preview: false, cancellationToken).ConfigureAwait(false)
            : null;

    private async Task<ProviderOutcome?> DeleteAsync(Step.Delete delete, CancellationToken cancellationToken)
    {
        if (delete.CallsProvider && await providers.FindAsync(delete.Old, cancellationToken).ConfigureAwait(false) is { } provider)
            await provider.DeleteAsync(delete.Old, cancellationToken).ConfigureAwait(false);
        return null;
    }

    private async Task<ProviderOutcome?> ReadAsync(Step.Read read, CancellationToken cancellationToken)
    {
        var outcome = await ReadAsync(read.New with { Outputs = read.New.Inputs }, sendInputs: true, cancellationToken).ConfigureAwait(false);
        return outcome.Outputs is null ? throw Missing(read.New) : outcome;
    }

    private async Task<ProviderOutcome?> ImportAsync(Step.Import import, CancellationToken cancellationToken)
    {
        var outcome = await ReadAsync(import.New, sendInputs: false, cancellationToken).ConfigureAwait(false);
        if (outcome.Outputs is null)
            throw Missing(import.New);
        return outcome.Inputs is null && outcome.InitErrors.IsEmpty
            ? throw new RpcException(RpcStatusCode.Unimplemented, $"The provider does not support importing resources of type '{import.New.Type}'.")
            : outcome;
    }

    private async Task<ProviderOutcome?> RefreshAsync(Step.Refresh refresh, CancellationToken cancellationToken) =>
        await ReadAsync(refresh.Old, sendInputs: true, cancellationToken).ConfigureAwait(false);

    private async Task<ProviderOutcome> ReadAsync(ResourceState known, bool sendInputs, CancellationToken cancellationToken)
    {
        var provider = await providers.FindAsync(known, cancellationToken).ConfigureAwait(false)
            ?? throw new InvalidOperationException($"The component '{known.Urn}' cannot be read.");
        return await provider.ReadAsync(known, sendInputs, cancellationToken).ConfigureAwait(false);
    }

    private static RpcException Missing(ResourceState resource) =>
        new(RpcStatusCode.NotFound, $"The resource '{resource.Id}' does not exist; check its id.");
}
