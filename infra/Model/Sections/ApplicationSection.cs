using Provisioning.Infra.Model.Binding;
using Provisioning.Infra.Model.Shapes;

namespace Provisioning.Infra.Model.Sections;

/// <summary><c>applications</c>.</summary>
internal sealed class ApplicationSection() : Section(
    SectionKeys.Applications, "application", "Entra applications with their service principals, for workloads that cannot use a managed identity.")
{
    private static readonly TextShape DisplayName = new("a text of at most 120 characters") { MaxLength = 120 };

    private static readonly ObjectShape ExistingShape = new(
        new Field("clientId", TextShapes.Guid, "Application (client) id.") { Required = true },
        new Field("principalId", TextShapes.Guid, "Object id of the service principal.") { Required = true },
        new Field("objectId", TextShapes.Guid, "Object id of the application; needed to write federated credentials on it."));

    /// <inheritdoc/>
    public override Shape EntryShape { get; } = new ObjectShape(
        new Field("existing", ExistingShape, "Ids of an application that exists already; only its federated credentials are managed."),
        new Field("displayName", DisplayName, "Display name in Entra.") { OfCreated = true, Otherwise = "the short name" },
        FederatedCredentialFields.Declare());

    /// <inheritdoc/>
    public override Entry Bind(string name, Fields fields) => new Application
    {
        Name = name,
        Span = fields.Span,
        Existing = fields.Object("existing") is { } existing ? BindExisting(existing) : null,
        DisplayName = fields.OptionalText("displayName") ?? name,
        FederatedCredentials = FederatedCredentialFields.Read(fields),
    };

    private static ExistingApplication? BindExisting(Fields fields) =>
        fields.Guid("clientId") is { } clientId && fields.Guid("principalId") is { } principalId
            ? new ExistingApplication(new ClientId(clientId), new PrincipalId(principalId), fields.Guid("objectId"))
            : null;
}
