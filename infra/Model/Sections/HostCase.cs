using Provisioning.Infra.Model.Binding;
using Provisioning.Infra.Model.Hosts;
using Provisioning.Infra.Model.Shapes;

namespace Provisioning.Infra.Model.Sections;

/// <summary>One kind of place where workloads run: a key under <c>runsOn</c>.</summary>
/// <param name="key">The key.</param>
internal abstract class HostCase(Field key)
{
    /// <summary>The key.</summary>
    public Field Field => key;

    /// <summary>Makes the record of a host.</summary>
    /// <param name="runsOn">The values of <c>runsOn</c>.</param>
    /// <returns>The record; null when a part it cannot do without is missing, which has been reported.</returns>
    public abstract WorkloadHost? Bind(Fields runsOn);
}
