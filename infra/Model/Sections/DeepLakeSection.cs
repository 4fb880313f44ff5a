using Provisioning.Infra.Model.Binding;
using Provisioning.Infra.Model.Shapes;

namespace Provisioning.Infra.Model.Sections;

/// <summary><c>deeplake</c>.</summary>
internal sealed class DeepLakeSection() : Section(
    SectionKeys.DeepLake, "Deep Lake organization", "Deep Lake organizations. Their admin tokens are configuration secrets, never in the document.")
{
    private static readonly TextShape OrganizationId = new("the id of an organization: a GUID, or letters, digits, hyphens and underscores")
    {
        Pattern = "^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$",
    };

    /// <inheritdoc/>
    public override Shape EntryShape { get; } = new ObjectShape(
        new Field("organization", OrganizationId, "Id of the organization.") { Required = true },
        new Field(
            "members",
            new ListShape(TextShapes.Reference("an identity, application, workspace or compute")),
            "Registered besides the identities of workloads, such as the one that a compute is to act as next.")
        {
            Otherwise = "none",
        },
        new Field("endpoint", TextShapes.Endpoint, "Address of its API.")
        {
            Otherwise = $"`{DeepLakeOrganization.ManagedService.OriginalString}`, or the sandbox's",
        });

    /// <inheritdoc/>
    public override Entry Bind(string name, Fields fields) => new DeepLakeOrganization
    {
        Name = name,
        Span = fields.Span,
        OrganizationId = fields.Text("organization"),
        Members =
        [
            .. from written in fields.Scalars("members")
               let principal = GrantPrincipalBinding.Resolve(written, fields.Scope)
               where principal is not null
               select new OrganizationMember(principal, written.Span),
        ],
        Endpoint = fields.OptionalText("endpoint") is { } endpoint ? new Uri(endpoint) : null,
    };
}
