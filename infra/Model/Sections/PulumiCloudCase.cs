using System.Collections.Immutable;
using Provisioning.Infra.Model.Binding;
using Provisioning.Infra.Model.Hosts;
using Provisioning.Infra.Model.Shapes;

namespace Provisioning.Infra.Model.Sections;

/// <summary><c>runsOn.pulumiCloud</c>.</summary>
internal sealed class PulumiCloudCase() : HostCase(new Field(
    "pulumiCloud", Shape, "Pulumi Deployments of a stack, or an ESC environment that logs in to Azure."))
{
    private static readonly ImmutableArray<string> Operations = ["preview", "update", "refresh", "destroy"];

    private static readonly ObjectShape Shape = new(
        new Field("organization", TextShapes.SubjectPart, "Name of the organization.") { Required = true },
        new Field("project", TextShapes.SubjectPart, "Project of the stack or environment.") { Required = true },
        new Field("stack", TextShapes.SubjectPart, "Name of the stack."),
        new Field("environment", TextShapes.SubjectPart, "Name of the environment; `<yaml>` when Pulumi IaC opens it."),
        new Field(
            "operations",
            new ListShape(new ChoiceShape(Operations)) { NonEmpty = true },
            "Operations of a stack; each has a subject of its own.") { Otherwise = "all four" })
    {
        Groups = [new KeyGroup("stack", "environment")],
    };

    /// <inheritdoc/>
    public override WorkloadHost? Bind(Fields runsOn)
    {
        if (runsOn.Object(Field.Key) is not { } fields)
            return null;
        if (fields.OptionalText("environment") is { } environment)
        {
            return new PulumiEnvironment
            {
                Span = fields.Span,
                Organization = fields.Text("organization"),
                Project = fields.Text("project"),
                Environment = environment,
            };
        }

        return new PulumiDeployment
        {
            Span = fields.Span,
            Organization = fields.Text("organization"),
            Project = fields.Text("project"),
            Stack = fields.Text("stack"),
            Operations = fields.Has("operations") ? [.. fields.Scalars("operations").Select(scalar => scalar.Text)] : Operations,
        };
    }
}
