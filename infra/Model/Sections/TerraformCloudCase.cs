using System.Collections.Immutable;
using Provisioning.Infra.Model.Binding;
using Provisioning.Infra.Model.Hosts;
using Provisioning.Infra.Model.Shapes;

namespace Provisioning.Infra.Model.Sections;

/// <summary><c>runsOn.terraformCloud</c>.</summary>
internal sealed class TerraformCloudCase() : HostCase(new Field("terraformCloud", Shape, "Runs of an HCP Terraform workspace."))
{
    private static readonly ImmutableArray<string> Phases = ["plan", "apply"];
    private static readonly TextShape ProjectName = new("a name without colons and slashes") { Pattern = "^[^:/\\s](?:[^:/]{0,126}[^:/\\s])?$" };

    private static readonly ObjectShape Shape = new(
        new Field("organization", TextShapes.SubjectPart, "Name of the organization.") { Required = true },
        new Field("project", ProjectName, "Name of the project.") { Required = true },
        new Field("workspace", TextShapes.SubjectPart, "Name of the workspace.") { Required = true },
        new Field("phases", new ListShape(new ChoiceShape(Phases)) { NonEmpty = true }, "Run phases; each has a subject of its own.")
        {
            Otherwise = "both",
        },
        new Field("issuer", TextShapes.Issuer, "Issuer, for the European service or an own installation.")
        {
            Default = TerraformCloudWorkspace.PublicIssuer.ToString(),
        });

    /// <inheritdoc/>
    public override WorkloadHost? Bind(Fields runsOn) =>
        runsOn.Object(Field.Key) is { } fields && fields.Issuer("issuer") is { } issuer
            ? new TerraformCloudWorkspace
            {
                Span = fields.Span,
                Issuer = issuer,
                Organization = fields.Text("organization"),
                Project = fields.Text("project"),
                Workspace = fields.Text("workspace"),
                Phases = fields.Has("phases") ? [.. fields.Scalars("phases").Select(scalar => scalar.Text)] : Phases,
            }
            : null;
}
