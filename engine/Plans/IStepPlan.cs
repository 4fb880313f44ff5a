using Provisioning.Engine.Planning;
using Provisioning.Engine.State;
using Provisioning.Protocol.Values;

namespace Provisioning.Engine.Plans;

/// <summary>Sees everything an update is about to do before any of it is done. Thread-safe.</summary>
internal interface IStepPlan
{
    /// <summary>The bytes that the automatic names of a resource come from.</summary>
    /// <param name="urn">The resource.</param>
    /// <param name="fresh">Makes new ones.</param>
    ReadOnlyMemory<byte> SeedOf(Urn urn, Func<ReadOnlyMemory<byte>> fresh);

    /// <summary>Takes note of steps that are about to run, one after the other.</summary>
    /// <param name="goal">What the program wants; null for steps that it did not ask for.</param>
    /// <param name="steps">The steps.</param>
    /// <exception cref="PlanningException">They are not to be run, none of them.</exception>
    void Admit(Goal? goal, IReadOnlyList<Step> steps);

    /// <summary>Takes note of outputs that the program gives a component.</summary>
    /// <param name="urn">The component.</param>
    /// <param name="old">Its outputs in state.</param>
    /// <param name="current">The new ones.</param>
    /// <exception cref="PlanningException">They are not to be stored.</exception>
    void AdmitOutputs(Urn urn, PropertyMap old, PropertyMap current);

    /// <summary>What was to be done and was not, once everything else has ended well.</summary>
    /// <param name="untouched">The resources in state that nothing was done to.</param>
    IEnumerable<(Urn Urn, string Message)> Missing(IReadOnlyList<ResourceState> untouched);
}
