using Provisioning.Infra.Model.Binding;
using Provisioning.Infra.Model.Diagnostics;
using Provisioning.Infra.Model.Shapes;

namespace Provisioning.Infra.Model.Sections;

/// <summary><c>vaults</c>.</summary>
internal sealed class VaultSection() : Section(SectionKeys.Vaults, "vault", "Key vaults with RBAC authorization.")
{
    private const int LeastDays = 7;
    private const int MostDays = 90;

    /// <inheritdoc/>
    public override Shape EntryShape { get; } = new ObjectShape(
    [
        .. AzureFields.Declare("a vault", AzureNames.Vault, nameRequired: true, " Unique in the world."),
        new("sku", new ChoiceShape("standard", "premium"), "`premium` keeps keys in hardware.") { OfCreated = true, Default = "standard" },
        new("softDeleteDays", new IntegerShape(LeastDays, MostDays), "Days that deleted secrets can be recovered; fixed at creation.")
        {
            OfCreated = true,
            Default = "90",
        },
        new("purgeProtection", new FlagShape(), "Whether nothing can be purged before those days are over. Can never be turned off again.")
        {
            OfCreated = true,
            Default = "false",
        },
        new("publicNetworkAccess", new FlagShape(), "Whether it answers from the public network.") { OfCreated = true, Default = "true" },
    ]);

    /// <inheritdoc/>
    public override Entry Bind(string name, Fields fields)
    {
        var azure = AzureFields.Read(name, fields, "Microsoft.KeyVault/vaults");
        var vault = new Vault
        {
            Name = name,
            Span = fields.Span,
            Existing = azure.Existing,
            AzureName = azure.AzureName,
            Location = azure.Location,
            Tags = azure.Tags,
            Sku = fields.Text("sku"),
            SoftDeleteDays = (int)fields.Integer("softDeleteDays"),
            PurgeProtection = fields.Flag("purgeProtection"),
            PublicNetworkAccess = fields.Flag("publicNetworkAccess"),
        };
        if (!fields.Has(ObjectShape.Existing) && !vault.PurgeProtection)
            fields.Scope.Diagnostics.ReportFor(PolicyDiagnostics.PurgeProtection, fields.SpanOf("purgeProtection"), vault, name);
        return vault;
    }
}
