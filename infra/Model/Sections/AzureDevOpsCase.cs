using Provisioning.Infra.Model.Binding;
using Provisioning.Infra.Model.Hosts;
using Provisioning.Infra.Model.Shapes;

namespace Provisioning.Infra.Model.Sections;

/// <summary><c>runsOn.azureDevOps</c>.</summary>
internal sealed class AzureDevOpsCase() : HostCase(new Field("azureDevOps", Shape, "Azure DevOps pipelines through a service connection."))
{
    private static readonly TextShape Part = new("a name without colons and slashes") { Pattern = "^[^:/\\s](?:[^:/]{0,126}[^:/\\s])?$" };

    private static readonly TextShape Prefix = new("the first part of the subject, up to /sc, such as /eid1/c/pub/t/…/a/…")
    {
        Pattern = "^/eid1/c/[a-z]+/t/[A-Za-z0-9_-]+/a/[A-Za-z0-9_-]+$",
    };

    private static readonly ObjectShape Entra = new(
        new Field("tenant", TextShapes.Guid, "Tenant, as in the connection's issuer.") { Required = true },
        new Field("prefix", Prefix, "What stands before `/sc/` in the connection's subject.") { Required = true },
        new Field("connectionId", TextShapes.Guid, "GUID of the connection, at the end of its subject.") { Required = true });

    private static readonly ObjectShape Shape = new(
        new Field("organization", Part, "Name of the organization.") { Required = true },
        new Field("organizationId", TextShapes.Guid, "GUID of the organization, as in the connection's issuer or subject.") { Required = true },
        new Field("project", Part, "Name of the project.") { Required = true },
        new Field("serviceConnection", Part, "Name of a connection whose issuer is `https://vstoken.dev.azure.com/…`."),
        new Field("entra", Entra, "A connection whose issuer is `https://login.microsoftonline.com/…`."))
    {
        Groups = [new KeyGroup("serviceConnection", "entra")],
    };

    /// <inheritdoc/>
    public override WorkloadHost? Bind(Fields runsOn) =>
        runsOn.Object(Field.Key) is { } fields && fields.Guid("organizationId") is { } organizationId && ConnectionOf(fields) is { } connection
            ? new AzureDevOpsPipeline
            {
                Span = fields.Span,
                Organization = fields.Text("organization"),
                OrganizationId = organizationId,
                Project = fields.Text("project"),
                Connection = connection,
            }
            : null;

    private static AzureDevOpsConnection? ConnectionOf(Fields fields)
    {
        if (fields.OptionalText("serviceConnection") is { } name)
            return new AzureDevOpsConnection.OfOrganization(name);
        return fields.Object("entra") is { } entra && entra.Guid("tenant") is { } tenant && entra.Guid("connectionId") is { } id && entra.Text("prefix") is { Length: > 0 } prefix
            ? new AzureDevOpsConnection.OfEntra(tenant, prefix, id)
            : null;
    }
}
