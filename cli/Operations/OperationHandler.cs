using System.Collections.Immutable;
using System.Security.Cryptography;
using Provisioning.Cli.Commands;
using Provisioning.Cli.Diagnostics;
using Provisioning.Cli.Rendering;
using Provisioning.Cli.Views;
using Provisioning.Engine.Backends;
using Provisioning.Engine.Events;
using Provisioning.Engine.Journal;
using Provisioning.Engine.Operations;
using Provisioning.Engine.Plans;
using Provisioning.Engine.State;
using Provisioning.Protocol.Values;

namespace Provisioning.Cli.Operations;

/// <summary>
/// Runs <c>up</c>, <c>preview</c>, <c>refresh</c>, <c>destroy</c> and <c>import</c>: document, target, preview, consent, operation,
/// report.
/// </summary>
/// <param name="context">The process around it.</param>
/// <param name="choices">What the user asked for.</param>
internal sealed class OperationHandler(CommandContext context, OperationChoices choices)
{
    private readonly OperationRunner runner = new(context.Host.Time, RandomNumberGenerator.Create());

    /// <summary>Runs the command.</summary>
    public async Task<ExitCode> RunAsync(CancellationToken cancellationToken)
    {
        RequireConsentIsPossible();
        using var deployment = await StackDeployment.OpenAsync(context, choices.Operation, cancellationToken);
        var plan = choices.Plan is { } planned ? await new PlanFile(context, deployment.Store, planned).ReadAsync(cancellationToken) : null;

        // A preview needs no lock, so that it never waits for a deployment.
        if (choices.PreviewOnly || !choices.SkipPreview)
        {
            var snapshot = await deployment.Store.ExistsAsync(cancellationToken)
                ? (await deployment.Store.LoadAsync(cancellationToken)).Snapshot
                : Snapshot.Empty;
            var preview = await RunOnceAsync(deployment, plan, snapshot, NoJournal.Instance, dryRun: true, cancellationToken);
            if (choices.SavePlan is { } file && preview.Result == OperationResult.Succeeded)
                await new PlanFile(context, deployment.Store, file).WriteAsync(preview, cancellationToken);
            if (choices.PreviewOnly || preview.Result != OperationResult.Succeeded)
                return Exit(preview);
            if (!Consent(preview))
                return ExitCode.Cancelled;
        }

        return await ApplyAsync(deployment, plan, cancellationToken);
    }

    private async Task<ExitCode> ApplyAsync(StackDeployment deployment, UpdatePlan? plan, CancellationToken cancellationToken)
    {
        var started = context.Host.Time.GetUtcNow();
        var store = deployment.Store;
        await store.EnsureCreatedAsync(cancellationToken);
        await using var session = await store.BeginAsync(cancellationToken);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, session.Lost);
        var outcome = await RunOnceAsync(deployment, plan, session.Base, session.Journal, dryRun: false, stop.Token);

        // The operation has been done, so its history is written even when the user stopped it.
        await session.AppendHistoryAsync(
            new UpdateInfo(
                KindInHistory(choices.Operation),
                started,
                context.Host.Time.GetUtcNow(),
                choices.Message,
                ImmutableSortedDictionary<string, string>.Empty.Add("exec.kind", "cli"),
                store.Settings.Config,
                outcome.Result == OperationResult.Succeeded,
                outcome.Changes.ToImmutableSortedDictionary(change => change.Key.Name(), change => change.Value)),
            CancellationToken.None);
        return Exit(outcome);
    }

    private async Task<OperationOutcome> RunOnceAsync(
        StackDeployment deployment, UpdatePlan? plan, Snapshot snapshot, IJournal journal, bool dryRun, CancellationToken cancellationToken)
    {
        var request = deployment.Request(choices, snapshot, journal, dryRun) with { Plan = plan, DraftsPlan = choices.SavePlan is not null };
        var title = new OperationTitle(request.Kind, request.DryRun, request.Stack.Stack);
        var progress = new OperationProgress(title);
        OperationOutcome outcome;
        await using (var renderer = CreateRenderer(title))
            outcome = await runner.RunAsync(request with { Events = new EventFanout([renderer, progress]) }, cancellationToken);

        if (!choices.Json)
            Report(progress.Snapshot(), outcome, deployment.ReadsDocuments);
        if (outcome.Result != OperationResult.Succeeded && plan is not null && snapshot.Manifest.Time.Value > plan.Manifest.Time.Value)
            await context.Terminal.Error.WriteLineAsync($"The state has changed at {snapshot.Manifest.Time}, after the plan was made at {plan.Manifest.Time}.");
        return outcome;
    }

    private void Report(OperationView view, OperationOutcome outcome, bool hasWorkloads)
    {
        var outputs = view.Title is { Preview: false, Operation: Operation.Update }
            ? outcome.Snapshot.Outputs
            : PropertyMap.Empty;
        SummaryReport.Write(context.Terminal, view, outputs);
        if (hasWorkloads)
            WorkloadTable.Write(context.Terminal, outputs);
        context.Terminal.Out.WriteLine();
    }

    private IOperationRenderer CreateRenderer(OperationTitle title)
    {
        if (choices.Json)
            return title.Preview ? new PreviewDigestRenderer(context.Terminal, context.Host.Time) : new JsonEventRenderer(context.Terminal);
        if (choices.Diff)
            return new DiffRenderer(context.Terminal, title);
        return context.Terminal.IsInteractive
            ? new LiveRenderer(context.Terminal, title, context.Host.Time)
            : new PlainRenderer(context.Terminal, title);
    }

    private void RequireConsentIsPossible()
    {
        if (!choices.Yes && !choices.PreviewOnly && !context.Terminal.IsInteractive)
        {
            throw new CommandException(new CommandError(
                "ACC7002", ExitCode.Usage, "Nobody can be asked here; give --yes to go on without asking, or use 'preview'."));
        }
    }

    private bool Consent(OperationOutcome preview) => choices.Yes || ConsentPrompt.Ask(context.Terminal, choices.Operation, preview);

    private ExitCode Exit(OperationOutcome outcome)
    {
        if (outcome.Result != OperationResult.Succeeded)
            return ExitCode.Error;
        if (!choices.ExpectNoChanges || !outcome.HasChanges)
            return ExitCode.Success;

        context.Terminal.Error.WriteLine("error ACC7005: no changes were expected, and there are changes.");
        return ExitCode.UnexpectedChanges;
    }

    private static string KindInHistory(Operation operation) => operation switch
    {
        Operation.Update => "update",
        Operation.Refresh => "refresh",
        Operation.Destroy => "destroy",
        // Pulumi's word; "import" is there for an imported state.
        Operation.Import => "resource-import",
        _ => throw new ArgumentOutOfRangeException(nameof(operation), operation, "Unknown operation."),
    };
}
