using System.Collections.Immutable;
using Provisioning.Infra.Model.Binding;
using Provisioning.Infra.Model.Diagnostics;
using Provisioning.Infra.Model.Shapes;
using Provisioning.Infra.Model.Yaml;

namespace Provisioning.Infra.Model.Sections;

/// <summary><c>workspaces</c>.</summary>
internal sealed class WorkspaceSection() : Section(SectionKeys.Workspaces, "workspace", "Azure Machine Learning workspaces.")
{
    private static readonly ObjectShape ConnectionShape = new(
        new Field("registry", TextShapes.Reference("a registry"), "The registry.") { Required = true },
        new Field("identity", TextShapes.Reference("an identity"), "The identity that image builds pull with.") { Required = true },
        new Field("shared", new FlagShape(), "Whether every user of the workspace may use the connection.") { Default = "true" });

    private static readonly ObjectShape KeyShape = new(
        new Field("vault", TextShapes.Reference("a vault"), "The vault, with purge protection.") { Required = true },
        new Field("key", AzureNames.VaultKey, "Name of the key, optionally with `/` and a version.") { Required = true },
        new Field("identity", TextShapes.Reference("an identity"), "The identity that uses the key.") { Otherwise = "the workspace's own" });

    /// <inheritdoc/>
    public override Shape EntryShape { get; } = new ObjectShape(
    [
        .. AzureFields.Declare("a workspace", AzureNames.Workspace),
        new("displayName", TextShapes.Any, "Name shown in the studio.") { OfCreated = true, Otherwise = "the name" },
        IdentityFields.Declare("Identity of the workspace; of an existing one, what it has.", "system"),
        new("storage", TextShapes.Reference("an account"), "Default storage account.") { OfCreated = true, Required = true },
        new("vault", TextShapes.Reference("a vault"), "Vault for the workspace's own secrets.") { OfCreated = true, Required = true },
        new("registry", TextShapes.Reference("a registry"), "Registry for built images.")
        {
            OfCreated = true,
            Otherwise = "Azure ML creates one on first need, with its admin user on",
        },
        new("insights", TextShapes.Reference("a telemetry component"), "Telemetry component.") { OfCreated = true, Otherwise = "none" },
        new("publicNetworkAccess", new FlagShape(), "Whether it answers from the public network.") { OfCreated = true, Default = "true" },
        new("highBusinessImpact", new FlagShape(), "Whether Microsoft collects less diagnostic data; fixed at creation.")
        {
            OfCreated = true,
            Default = "false",
        },
        new("customerManagedKey", KeyShape, "The organization's own key that encrypts the workspace's data; fixed at creation.")
        {
            OfCreated = true,
            Otherwise = "Microsoft's key",
        },
        new("connections", new MapShape(ConnectionShape) { Key = AzureNames.Connection }, "Connections to private registries, by name."),
    ]);

    /// <inheritdoc/>
    public override Entry Bind(string name, Fields fields)
    {
        var azure = AzureFields.Read(name, fields, "Microsoft.MachineLearningServices/workspaces");
        var workspace = new Workspace
        {
            Name = name,
            Span = fields.Span,
            Existing = azure.Existing,
            AzureName = azure.AzureName,
            Location = azure.Location,
            Tags = azure.Tags,
            DisplayName = fields.OptionalText("displayName") ?? azure.AzureName,
            Identity = BindIdentity(fields),
            Storage = fields.Reference<StorageAccount>("storage", SectionKeys.Storage),
            Vault = fields.Reference<Vault>("vault", SectionKeys.Vaults),
            Registry = fields.Reference<Registry>("registry", SectionKeys.Registries),
            Insights = fields.Reference<Insights>("insights", SectionKeys.Insights),
            PublicNetworkAccess = fields.Flag("publicNetworkAccess"),
            HighBusinessImpact = fields.Flag("highBusinessImpact"),
            CustomerManagedKey = fields.Object("customerManagedKey") is { } key ? BindKey(name, key) : null,
            Connections = BindConnections(fields),
        };
        if (workspace.Vault is { Target.Existing: { } vault })
            fields.Scope.RequireSameSubscription(vault, workspace.Vault.Span, $"Vault '{workspace.Vault.Name}'", workspace.Existing, "the workspace");
        return workspace;
    }

    private static IdentityAssignment BindIdentity(Fields fields)
    {
        IdentityAssignment identity = IdentityFields.Read(fields);
        if (identity is IdentityAssignment.None)
            IdentityFields.Refuse(fields, "A workspace", "be without an identity");
        if (identity is IdentityAssignment.UserAssigned && IdentityFields.CountWritten(fields) > 1)
            IdentityFields.Refuse(fields, "A workspace", "have several identities; it has one primary identity");
        return identity;
    }

    private static CustomerManagedKey? BindKey(string workspace, Fields fields)
    {
        if (fields.Reference<Vault>("vault", SectionKeys.Vaults) is not { } vault)
            return null;
        if (vault.Target is { Existing: null, PurgeProtection: false })
            fields.Scope.Diagnostics.Report(AzureDiagnostics.KeyVaultPurge, vault.Span, vault.Name, workspace);
        return new CustomerManagedKey(vault, fields.Text("key"), fields.Reference<Identity>("identity", SectionKeys.Identities));
    }

    private static ImmutableArray<RegistryConnection> BindConnections(Fields fields)
    {
        var connections = ImmutableArray.CreateBuilder<RegistryConnection>();
        foreach (YamlPair pair in fields.Pairs("connections"))
        {
            var connection = new Fields(ConnectionShape, pair.Value as YamlMapping, pair.Key.Span, fields.Scope);
            var registry = connection.Reference<Registry>("registry", SectionKeys.Registries);
            var identity = connection.Reference<Identity>("identity", SectionKeys.Identities);
            if (registry is not null && identity is not null)
                connections.Add(new RegistryConnection(pair.Key.Text, registry, identity, connection.Flag("shared"), pair.Key.Span));
        }

        return connections.ToImmutable();
    }
}
