using Provisioning.Engine.Events;
using Provisioning.Engine.Execution;
using Provisioning.Engine.Plans;
using Provisioning.Engine.Providers;
using Provisioning.Engine.State;
using Provisioning.Protocol.Values;

namespace Provisioning.Engine.Planning;

/// <summary>What every decision of one operation is made from.</summary>
/// <param name="Olds">The state before.</param>
/// <param name="Registrations">What the program has registered so far.</param>
/// <param name="Providers">Who checks and compares.</param>
/// <param name="Events">Where warnings go.</param>
/// <param name="Status">What has failed so far.</param>
/// <param name="Targets">The resources to operate on.</param>
/// <param name="Replace">The resources to replace whether or not they changed.</param>
/// <param name="Interrupted">The inputs of creations that an earlier run did not record to the end, by URN.</param>
/// <param name="Plan">What the operation is held to, or what is planned.</param>
/// <param name="IgnoreProtect">Whether protected resources are deleted and replaced too.</param>
/// <param name="IsPreview">Whether nothing is really done.</param>
/// <param name="NewSeed">Makes the 32 random bytes that automatic names come from.</param>
internal sealed record PlanningContext(
    OldStateIndex Olds,
    Registrations Registrations,
    ProviderRegistry Providers,
    EventPublisher Events,
    RunStatus Status,
    TargetSet Targets,
    UrnPatterns Replace,
    IReadOnlyDictionary<Urn, PropertyMap> Interrupted,
    IStepPlan Plan,
    bool IgnoreProtect,
    bool IsPreview,
    Func<ReadOnlyMemory<byte>> NewSeed);
