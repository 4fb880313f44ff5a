using Provisioning.Engine.Planning;
using Provisioning.Engine.State;
using Provisioning.Protocol.Values;

namespace Provisioning.Engine.Plans;

/// <summary>An operation without a plan, which may do anything.</summary>
internal sealed class Unplanned : IStepPlan
{
    /// <summary>The one there is.</summary>
    public static Unplanned Instance { get; } = new();

    /// <inheritdoc/>
    public ReadOnlyMemory<byte> SeedOf(Urn urn, Func<ReadOnlyMemory<byte>> fresh) => fresh();

    /// <inheritdoc/>
    public void Admit(Goal? goal, IReadOnlyList<Step> steps)
    {
    }

    /// <inheritdoc/>
    public void AdmitOutputs(Urn urn, PropertyMap old, PropertyMap current)
    {
    }

    /// <inheritdoc/>
    public IEnumerable<(Urn Urn, string Message)> Missing(IReadOnlyList<ResourceState> untouched) => [];
}
