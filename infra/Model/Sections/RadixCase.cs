using Provisioning.Infra.Model.Binding;
using Provisioning.Infra.Model.Hosts;
using Provisioning.Infra.Model.Shapes;

namespace Provisioning.Infra.Model.Sections;

/// <summary><c>runsOn.radix</c>.</summary>
internal sealed class RadixCase() : HostCase(new Field("radix", Shape, "A component, job or sub-pipeline on Radix."))
{
    private static readonly ObjectShape Shape = new(
        new Field("issuers", new ListShape(TextShapes.Issuer) { NonEmpty = true }, "Issuers of the Radix cluster, as its console shows them.")
        {
            Required = true,
        },
        new Field("application", TextShapes.DnsLabel, "Name of the application.") { Required = true },
        new Field("environment", TextShapes.DnsLabel, "Name of the environment.") { Required = true },
        new Field("component", TextShapes.DnsLabel, "Name of the component or job."),
        new Field("subPipeline", new FlagShape { MustBeTrue = true }, "The sub-pipeline of the environment."))
    {
        Groups = [new KeyGroup("component", "subPipeline")],
    };

    /// <inheritdoc/>
    public override WorkloadHost? Bind(Fields runsOn) => runsOn.Object(Field.Key) is { } fields
        ? new RadixWorkload
        {
            Span = fields.Span,
            Issuers = [.. fields.Scalars("issuers").Select(scalar => Issuer.Parse(scalar.Text))],
            Application = fields.Text("application"),
            Environment = fields.Text("environment"),
            Component = fields.Text("component"),
        }
        : null;
}
