using Provisioning.Infra.Model.Binding;
using Provisioning.Infra.Model.Shapes;

namespace Provisioning.Infra.Model.Sections;

/// <summary><c>identities</c>.</summary>
internal sealed class IdentitySection() : Section(SectionKeys.Identities, "identity", "User-assigned managed identities.")
{
    /// <inheritdoc/>
    public override Shape EntryShape { get; } =
        new ObjectShape([.. AzureFields.Declare("an identity", AzureNames.Identity), FederatedCredentialFields.Declare()]);

    /// <inheritdoc/>
    public override Entry Bind(string name, Fields fields)
    {
        var azure = AzureFields.Read(name, fields, "Microsoft.ManagedIdentity/userAssignedIdentities");
        return new Identity
        {
            Name = name,
            Span = fields.Span,
            Existing = azure.Existing,
            AzureName = azure.AzureName,
            Location = azure.Location,
            Tags = azure.Tags,
            FederatedCredentials = FederatedCredentialFields.Read(fields),
        };
    }
}
