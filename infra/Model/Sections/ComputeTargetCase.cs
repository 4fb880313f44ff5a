using Provisioning.Infra.Model.Binding;
using Provisioning.Infra.Model.Hosts;
using Provisioning.Infra.Model.Shapes;

namespace Provisioning.Infra.Model.Sections;

/// <summary><c>runsOn.compute</c>.</summary>
internal sealed class ComputeTargetCase() : HostCase(
    new Field("compute", TextShapes.Reference("a compute"), "Jobs on a compute of this document, which carries the identity."))
{
    /// <inheritdoc/>
    public override WorkloadHost? Bind(Fields runsOn) =>
        runsOn.Reference<Compute>(Field.Key, SectionKeys.Computes) is { } compute
            ? new ComputeTarget { Span = runsOn.SpanOf(Field.Key), Compute = compute }
            : null;
}
