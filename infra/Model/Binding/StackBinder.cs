using System.Collections.Immutable;
using Provisioning.Infra.Model.Diagnostics;
using Provisioning.Infra.Model.Sections;
using Provisioning.Infra.Model.Shapes;
using Provisioning.Infra.Model.Yaml;

namespace Provisioning.Infra.Model.Binding;

/// <summary>Makes the record of a document from its checked tree.</summary>
/// <param name="path">Path of the document as it was given to the loader.</param>
/// <param name="root">The tree.</param>
/// <param name="check">What the check of shapes rejected.</param>
/// <param name="today">The day to hold expiry dates against, UTC.</param>
internal sealed class StackBinder(string path, YamlMapping root, ShapeCheck check, DateOnly today)
{
    private readonly SymbolTable symbols = new(check.Diagnostics);

    /// <summary>Binds all that can be bound. After an error the record is incomplete and good for further checks only.</summary>
    public StackDocument Bind()
    {
        var plain = new Fields(StackShape.Document, root, SourceSpan.Start, new BindingScope(check.Diagnostics, check, symbols));
        var scope = plain.Scope with
        {
            Cloud = CloudWords.All.GetValueOrDefault(plain.Text("cloud"), Cloud.Public),
            Subscription = plain.Guid("subscription") is { } id ? new SubscriptionId(id) : null,
            Location = AzureFields.Normalize(plain.Text("location")),
            Tags = AzureFields.ReadTags(plain, "tags"),
        };
        var document = new Fields(StackShape.Document, root, SourceSpan.Start, scope);
        foreach (Section section in StackSections.All)
        {
            symbols.Open(section.Key, section.Noun);
            foreach (YamlPair pair in PairsOf(section.Key))
                symbols.Declare(section.Key, pair.Key.Text);
        }

        foreach (Section section in StackSections.All)
            BindSection(section, scope);
        return new StackDocument
        {
            Path = path,
            Cloud = scope.Cloud,
            Subscription = scope.Subscription,
            Tenant = document.Guid("tenant") is { } tenant ? new TenantId(tenant) : null,
            Location = scope.Location,
            ResourceGroup = BindGroup(document),
            Tags = scope.Tags,
            Identities = Bound<Identity>(SectionKeys.Identities),
            Applications = Bound<Application>(SectionKeys.Applications),
            Registries = Bound<Registry>(SectionKeys.Registries),
            Storage = Bound<StorageAccount>(SectionKeys.Storage),
            Vaults = Bound<Vault>(SectionKeys.Vaults),
            Insights = Bound<Insights>(SectionKeys.Insights),
            Workspaces = Bound<Workspace>(SectionKeys.Workspaces),
            Clusters = Bound<Cluster>(SectionKeys.Clusters),
            Computes = Bound<Compute>(SectionKeys.Computes),
            DeepLake = Bound<DeepLakeOrganization>(SectionKeys.DeepLake),
            Workloads = Bound<Workload>(SectionKeys.Workloads),
            Grants = Bound<Grant>(SectionKeys.Grants),
            PodIdentities = Bound<PodIdentity>(SectionKeys.PodIdentities),
            Policy = PolicyFields.Read(document.Object("policy"), today),
        };
    }

    private void BindSection(Section section, BindingScope scope)
    {
        foreach (YamlPair pair in PairsOf(section.Key))
        {
            var entry = pair.Value as YamlMapping;
            if (check.IsRejected(pair.Value) || section.ShapeOf(entry) is not { } shape)
                continue;
            if (section.Bind(pair.Key.Text, new Fields(shape, entry, pair.Key.Span, scope)) is { } bound)
                symbols.Bind(bound);
        }
    }

    private static ResourceGroup BindGroup(Fields document)
    {
        SourceSpan span = document.SpanOf("resourceGroup");
        if (document.Object("resourceGroup") is not { } group)
            return new ResourceGroup(document.Text("resourceGroup"), null, span);
        ArmId? existing = group.ResourceId(ObjectShape.Existing, "Microsoft.Resources/resourceGroups");
        if (existing is not null)
            document.Scope.RequireSameSubscription(existing, group.SpanOf(ObjectShape.Existing), "The resource group", null, "the stack");
        return new ResourceGroup(existing?.Name ?? "", existing, span);
    }

    private IEnumerable<YamlPair> PairsOf(string section) => (root.Find(section)?.Value as YamlMapping)?.Pairs ?? [];

    private ImmutableArray<T> Bound<T>(string section)
        where T : Entry =>
        [.. symbols.EntriesOf(section).OfType<T>()];
}
