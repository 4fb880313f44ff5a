using Provisioning.Infra.Model.Binding;
using Provisioning.Infra.Model.Hosts;
using Provisioning.Infra.Model.Shapes;

namespace Provisioning.Infra.Model.Sections;

/// <summary><c>runsOn.azureDevOps</c>.</summary>
internal sealed class AzureDevOpsCase() : HostCase(new Field(
    "azureDevOps", Shape, "Azure DevOps pipelines through a service connection. Connections that show an Entra issuer go under `federation`."))
{
    private static readonly TextShape Part = new("a name without colons and slashes") { Pattern = "^[^:/\\s](?:[^:/]{0,126}[^:/\\s])?$" };

    private static readonly ObjectShape Shape = new(
        new Field("organization", Part, "Name of the organization.") { Required = true },
        new Field("organizationId", TextShapes.Guid, "GUID of the organization, as in the connection's issuer.") { Required = true },
        new Field("project", Part, "Name of the project.") { Required = true },
        new Field("serviceConnection", Part, "Name of the service connection.") { Required = true });

    /// <inheritdoc/>
    public override WorkloadHost? Bind(Fields runsOn) =>
        runsOn.Object(Field.Key) is { } fields && fields.Guid("organizationId") is { } organizationId
            ? new AzureDevOpsPipeline
            {
                Span = fields.Span,
                Organization = fields.Text("organization"),
                OrganizationId = organizationId,
                Project = fields.Text("project"),
                ServiceConnection = fields.Text("serviceConnection"),
            }
            : null;
}
