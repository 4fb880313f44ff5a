using Provisioning.Infra.Model.Binding;
using Provisioning.Infra.Model.Diagnostics;
using Provisioning.Infra.Model.Shapes;

namespace Provisioning.Infra.Model.Sections;

/// <summary><c>storage</c>.</summary>
internal sealed class StorageSection() : Section(SectionKeys.Storage, "storage account", "Storage accounts with their blob containers.")
{
    /// <inheritdoc/>
    public override Shape EntryShape { get; } = new ObjectShape(
    [
        .. AzureFields.Declare("an account", AzureNames.StorageAccount, nameRequired: true, " Unique in the world."),
        new(
            "sku",
            new ChoiceShape(
                "Standard_LRS", "Standard_ZRS", "Standard_GRS", "Standard_GZRS", "Standard_RAGRS", "Standard_RAGZRS",
                "Premium_LRS", "Premium_ZRS"),
            "Redundancy and performance.") { OfCreated = true, Default = "Standard_LRS" },
        new("sharedKeys", new FlagShape(), "Whether account keys may be used, past every role.") { OfCreated = true, Default = "false" },
        new("hierarchicalNamespace", new FlagShape(), "Whether it is a data lake with directories; fixed at creation.")
        {
            OfCreated = true,
            Default = "false",
        },
        new("publicNetworkAccess", new FlagShape(), "Whether it answers from the public network.") { OfCreated = true, Default = "true" },
        new(
            "containers",
            new ListShape(AzureNames.Container),
            "Blob containers, which references can name: created in a created account, expected in an existing one."),
    ]);

    /// <inheritdoc/>
    public override Entry Bind(string name, Fields fields)
    {
        var azure = AzureFields.Read(name, fields, "Microsoft.Storage/storageAccounts");
        var account = new StorageAccount
        {
            Name = name,
            Span = fields.Span,
            Existing = azure.Existing,
            AzureName = azure.AzureName,
            Location = azure.Location,
            Tags = azure.Tags,
            Sku = fields.Text("sku"),
            SharedKeys = fields.Flag("sharedKeys"),
            HierarchicalNamespace = fields.Flag("hierarchicalNamespace"),
            PublicNetworkAccess = fields.Flag("publicNetworkAccess"),
            Containers = [.. fields.Scalars("containers").Select(scalar => scalar.Text)],
        };
        if (account.SharedKeys)
            fields.Scope.Diagnostics.ReportFor(PolicyDiagnostics.SharedKeys, fields.SpanOf("sharedKeys"), account, name);
        return account;
    }
}
