using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Provisioning.Infra.Access;
using Provisioning.Infra.Model;
using Provisioning.Verification.Actors;
using Provisioning.Verification.Checks;
using Provisioning.Verification.ControlPlane;
using Provisioning.Verification.Findings;
using Provisioning.Verification.Platforms;
using Provisioning.Verification.Stacks;

namespace Provisioning.Verification;

/// <summary>
/// Verifies a deployed stack: takes the place of each actor, does what the document lets it do, and tries what the document does not.
/// Actors are verified side by side; an actor's checks begin once it has signed in.
/// </summary>
public sealed class Verifier
{
    private const int ActorsAtOnce = 4;

    private readonly TimeProvider time;
    private readonly AssignedRoles roles;
    private readonly CheckPlan checks;
    private readonly ResourcePlan resources;
    private readonly IPlatform platform;

    /// <summary>Prepares a verification.</summary>
    /// <param name="document">The stack's document.</param>
    /// <param name="stack">What was deployed.</param>
    /// <param name="target">The cloud.</param>
    /// <param name="platform">Where actors get their identity from.</param>
    public Verifier(StackDocument document, DeployedStack stack, VerificationTarget target, IPlatform platform)
    {
        var plan = AccessPlan.Of(document);
        var reader = new ResourceReader(target);
        time = target.Time;
        roles = new AssignedRoles(reader, target.SubscriptionId);
        checks = new CheckPlan(document, plan, stack, target, reader, roles);
        resources = new ResourcePlan(document, stack, reader);
        this.platform = platform;
        Actors = new ActorPlan(document, plan, stack).Actors();
    }

    /// <summary>Who can be verified.</summary>
    public ImmutableArray<Actor> Actors { get; }

    /// <summary>Verifies actors, and gives what was found in their order.</summary>
    /// <param name="actors">Some of <see cref="Actors"/>.</param>
    /// <param name="wait">How long to wait for access that does not count yet.</param>
    /// <param name="cancellationToken">Stops the verification.</param>
    /// <exception cref="NotDeployedException">The document has changed since the deployment.</exception>
    public async IAsyncEnumerable<ActorFindings> RunAsync(
        ImmutableArray<Actor> actors, WaitPolicy wait, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var turns = new SemaphoreSlim(ActorsAtOnce);
        var running = actors.Select(actor => TakeTurnAsync(actor, wait, turns, stop.Token)).ToList();
        try
        {
            foreach (var one in running)
                yield return await one;
        }
        finally
        {
            // Whoever stops to listen, or meets a failure, leaves nobody at work.
            await stop.CancelAsync();
            await ((Task)Task.WhenAll(running)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Verifies the resources of the stack, whoever uses them; null when there is nothing to verify.</summary>
    /// <param name="cancellationToken">Stops the verification.</param>
    public async Task<ActorFindings?> VerifyResourcesAsync(CancellationToken cancellationToken) =>
        resources.Checks() is { IsEmpty: false } some
            ? new ActorFindings("resources", "", "", await RunAsync(some, WaitPolicy.None, cancellationToken))
            : null;

    private async Task<ActorFindings> TakeTurnAsync(Actor actor, WaitPolicy wait, SemaphoreSlim turns, CancellationToken cancellationToken)
    {
        await turns.WaitAsync(cancellationToken);
        try
        {
            return await VerifyAsync(actor, wait, cancellationToken);
        }
        finally
        {
            turns.Release();
        }
    }

    private async Task<ActorFindings> VerifyAsync(Actor actor, WaitPolicy wait, CancellationToken cancellationToken)
    {
        var access = await platform.EnterAsync(actor, cancellationToken);
        var findings = access switch
        {
            PlatformAccess.Open open => await VerifyAsync(actor, open, wait, cancellationToken),
            PlatformAccess.Closed closed => [.. Unchecked(actor, closed), .. await RunAsync(checks.Standing(actor, canAct: false), wait, cancellationToken)],
            PlatformAccess.Refused refused =>
            [
                new Finding("signs in", new Verdict(Outcome.Wrong, refused.Reason, refused.Remedy), TimeSpan.Zero, TimeSpan.Zero),
                .. await RunAsync(checks.Standing(actor, canAct: false), wait, cancellationToken),
            ],
            _ => throw new InvalidOperationException($"Unknown access {access}."),
        };
        return new ActorFindings(actor.Name, actor.Principal.Address, actor.RunsOn, findings);
    }

    private async Task<ImmutableArray<Finding>> VerifyAsync(Actor actor, PlatformAccess.Open access, WaitPolicy wait, CancellationToken cancellationToken)
    {
        var signIns = await RunAsync(checks.SignIns(actor, access), wait, cancellationToken);
        var isIn = signIns[0].Verdict.Outcome is Outcome.Held;
        ImmutableArray<ICheck> rest = isIn
            ? [.. checks.Access(actor, access.SignIns[0].Credential), .. checks.RefusedTokens(actor, access)]
            : [];
        return
        [
            .. signIns,
            .. await RunAsync([.. rest, .. checks.Standing(actor, canAct: isIn)], wait, cancellationToken),
        ];
    }

    // That nobody but Azure acts as an identity is no gap in what was checked.
    private static IEnumerable<Finding> Unchecked(Actor actor, PlatformAccess.Closed closed) => actor is Actor.Azure
        ? []
        : [new Finding("signs in", new Verdict(Outcome.Unchecked, closed.Reason, closed.Remedy), TimeSpan.Zero, TimeSpan.Zero)];

    private async Task<ImmutableArray<Finding>> RunAsync(ImmutableArray<ICheck> some, WaitPolicy wait, CancellationToken cancellationToken) =>
        [.. await Task.WhenAll(some.Select(check => RunAsync(check, wait, cancellationToken)))];

    private async Task<Finding> RunAsync(ICheck check, WaitPolicy wait, CancellationToken cancellationToken)
    {
        var waited = TimeSpan.Zero;
        while (true)
        {
            var started = time.GetTimestamp();
            var verdict = await check.TryAsync(cancellationToken);
            var finding = new Finding(check.What, verdict, time.GetElapsedTime(started), waited);
            if (verdict.Outcome is not Outcome.NotYetEffective || wait.Next(waited) is not { } next)
                return finding;
            await Task.Delay(next, time, cancellationToken);
            waited += next;
            roles.Forget();
        }
    }
}
