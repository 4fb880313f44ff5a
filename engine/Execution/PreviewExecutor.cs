using Provisioning.Engine.Planning;
using Provisioning.Engine.Providers;
using Provisioning.Engine.State;
using Provisioning.Protocol.Values;

namespace Provisioning.Engine.Execution;

/// <summary>Foretells what steps would do: nothing is created, updated or deleted; reads are real.</summary>
internal sealed class PreviewExecutor(ProviderRegistry providers) : IStepExecutor
{
    private readonly StepExecutor real = new(providers);

    /// <inheritdoc/>
    public Task<ProviderOutcome?> ExecuteAsync(Step step, CancellationToken cancellationToken) => step switch
    {
        Step.Create create => CreateAsync(create.New, cancellationToken),
        Step.CreateReplacement create => CreateAsync(create.New, cancellationToken),
        Step.Update update => UpdateAsync(update, cancellationToken),
        Step.Delete => Task.FromResult<ProviderOutcome?>(null),
        Step.Read read when Signatures.IsUnknown(read.New.Id) =>
            Task.FromResult<ProviderOutcome?>(new ProviderOutcome(read.New.Id, PropertyMap.Empty)),
        _ => real.ExecuteAsync(step, cancellationToken),
    };

    private async Task<ProviderOutcome?> CreateAsync(ResourceState planned, CancellationToken cancellationToken) =>
        await providers.FindAsync(planned, cancellationToken).ConfigureAwait(false) is { } provider
            ? await provider.CreateAsync(planned, preview: true, cancellationToken).ConfigureAwait(false)
            : null;

    private async Task<ProviderOutcome?> UpdateAsync(Step.Update update, CancellationToken cancellationToken) =>
        await providers.FindAsync(update.New, cancellationToken).ConfigureAwait(false) is { } provider
            ? await provider.UpdateAsync(update.Old, update.New, preview: true, cancellationToken).ConfigureAwait(false)
            : null;
}
