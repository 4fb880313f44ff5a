using Provisioning.Infra.Model.Binding;
using Provisioning.Infra.Model.Diagnostics;
using Provisioning.Infra.Model.Shapes;

namespace Provisioning.Infra.Model.Sections;

/// <summary><c>registries</c>.</summary>
internal sealed class RegistrySection() : Section(SectionKeys.Registries, "registry", "Azure container registries.")
{
    private const string Premium = "Premium";
    private const string Repository = "repository";

    /// <inheritdoc/>
    public override Shape EntryShape { get; } = new ObjectShape(
    [
        .. AzureFields.Declare("a registry", AzureNames.Registry, nameRequired: true, " Unique in the world."),
        new(
            "auto",
            new FlagShape { MustBeTrue = true },
            "Marks the registry that Azure ML creates by itself for the one workspace that names it.") { OfCreated = true },
        new("sku", new ChoiceShape("Basic", "Standard", Premium), "Service tier.") { OfCreated = true, Default = "Standard" },
        new("adminUser", new FlagShape(), "Whether the admin user with its shared passwords is on.") { OfCreated = true, Default = "false" },
        new("publicNetworkAccess", new FlagShape(), "Whether it answers from the public network; turning it off takes the premium tier.")
        {
            OfCreated = true,
            Default = "true",
        },
        new(
            "permissions",
            new ChoiceShape("registry", Repository),
            "Whether roles hold for the whole registry (`AcrPull`) or per repository (`Container Registry Repository Reader`).")
        {
            Default = "registry",
        },
    ])
    {
        Markers = [ObjectShape.Existing, "auto"],
    };

    /// <inheritdoc/>
    public override Entry Bind(string name, Fields fields)
    {
        var azure = AzureFields.Read(name, fields, "Microsoft.ContainerRegistry/registries");
        var registry = new Registry
        {
            Name = name,
            Span = fields.Span,
            Existing = azure.Existing,
            AzureName = azure.AzureName,
            Location = azure.Location,
            Tags = azure.Tags,
            CreatedByWorkspace = fields.Flag("auto"),
            Sku = fields.Text("sku"),
            AdminUser = fields.Flag("adminUser"),
            PublicNetworkAccess = fields.Flag("publicNetworkAccess"),
            Permissions = fields.Text("permissions") == Repository ? RegistryPermissions.Repository : RegistryPermissions.Registry,
        };
        Check(registry, fields);
        return registry;
    }

    private static void Check(Registry registry, Fields fields)
    {
        DiagnosticBag diagnostics = fields.Scope.Diagnostics;
        if (registry.AdminUser)
            diagnostics.ReportFor(PolicyDiagnostics.AdminUser, fields.SpanOf("adminUser"), registry, registry.Name);
        if (!registry.PublicNetworkAccess && registry.Sku != Premium)
            diagnostics.Report(AzureDiagnostics.NeedsPremium, fields.SpanOf("publicNetworkAccess"), registry.Name);
        if (!fields.Has(ObjectShape.Existing) && registry.Permissions == RegistryPermissions.Repository)
        {
            diagnostics.Report(
                SupportDiagnostics.NotSupportedYet, fields.SpanOf("permissions"), "Creating a registry with permissions per repository");
        }
    }
}
