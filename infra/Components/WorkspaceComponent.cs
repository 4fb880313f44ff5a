using System.Collections.Immutable;
using Provisioning.Infra.Model;
using Pulumi;
using Pulumi.AzureNative.MachineLearningServices;
using Pulumi.AzureNative.MachineLearningServices.Inputs;
using Workspace = Pulumi.AzureNative.MachineLearningServices.Workspace;

namespace Provisioning.Infra.Components;

/// <summary>An Azure Machine Learning workspace and its connections to private registries.</summary>
internal sealed class WorkspaceComponent : ComponentResource, IAzureComponent, IPrincipalComponent
{
    private readonly Lazy<Output<string>> principalId;
    private readonly Lazy<Output<string>> clientId;

    /// <summary>Creates or reads the workspace, and writes its connections.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="target">Where the stack is deployed.</param>
    /// <param name="components">The components of the entries it refers to.</param>
    /// <param name="prerequisites">What Azure must find in place while it creates the workspace.</param>
    public WorkspaceComponent(
        Model.Workspace workspace, AzureTarget target, ComponentIndex components, ImmutableArray<Resource> prerequisites)
        : base(ComponentTypes.Workspace, workspace.Name)
    {
        var resource = workspace.Existing is { } existing
            ? Workspace.Get(workspace.Name, target.Id(existing), AzureTarget.ChildOf(this))
            : Create(workspace, target, components, prerequisites);
        ResourceId = resource.Id;
        DisplayName = workspace.AzureName;
        Name = resource.Name;
        principalId = new(() => resource.Identity.Apply(identity => identity?.PrincipalId).Required(
            $"The system-assigned identity of {workspace.Address}", "Turn it on, or name a user-assigned identity in the document."));
        clientId = new(() => SystemIdentity.ClientIdOf(PrincipalId, this));

        foreach (var connection in workspace.Connections)
        {
            Connect(connection, workspace, target, components);
        }

        RegisterOutputs(new Dictionary<string, object?> { ["resourceId"] = ResourceId });
    }

    /// <inheritdoc/>
    public Output<string> ResourceId { get; }

    /// <summary>Name of the workspace, known once it exists.</summary>
    public Output<string> Name { get; }

    /// <inheritdoc/>
    public Output<string> PrincipalId => principalId.Value;

    /// <inheritdoc/>
    public Output<string> ClientId => clientId.Value;

    /// <inheritdoc/>
    public string DisplayName { get; }

    private Workspace Create(
        Model.Workspace workspace, AzureTarget target, ComponentIndex components, ImmutableArray<Resource> prerequisites)
    {
        var args = new WorkspaceArgs
        {
            ResourceGroupName = target.ResourceGroupName,
            WorkspaceName = workspace.AzureName,
            Location = workspace.Location,
            FriendlyName = workspace.DisplayName,
            Kind = "Default",
            Sku = new SkuArgs { Name = "Basic", Tier = SkuTier.Basic },
            Identity = IdentityBlock.Of(workspace.Identity, components),
            PublicNetworkAccess = OutputValues.Enabled(workspace.PublicNetworkAccess),
            HbiWorkspace = workspace.HighBusinessImpact,
            Tags = workspace.Tags.ToDictionary(),
        };
        if (workspace.Identity is IdentityAssignment.UserAssigned { Identities: [var primary, ..] })
        {
            args.PrimaryUserAssignedIdentity = components.Identity(primary.Target).ResourceId;
        }

        if (workspace.Storage?.Target is { } storage)
        {
            args.StorageAccount = components.Of(storage).ResourceId;
            args.SystemDatastoresAuthMode = storage.SharedKeys ? SystemDatastoresAuthMode.AccessKey : SystemDatastoresAuthMode.Identity;
        }

        if (workspace.Vault?.Target is { } vault)
        {
            args.KeyVault = components.Of(vault).ResourceId;
        }

        if (workspace.Registry?.Target is { CreatedByWorkspace: false } registry)
        {
            args.ContainerRegistry = components.Of(registry).ResourceId;
        }

        if (workspace.Insights?.Target is { } insights)
        {
            args.ApplicationInsights = components.Of(insights).ResourceId;
        }

        if (workspace.CustomerManagedKey is { } key)
        {
            args.Encryption = Encrypt(key, components);
        }

        var options = AzureTarget.ChildOf(this, prerequisites);
        if (workspace.Registry?.Target.CreatedByWorkspace is true)
        {
            // Azure ML sets it when the registry is there, and the document leaves it to Azure ML.
            options.IgnoreChanges.Add("containerRegistry");
        }

        return new Workspace(workspace.Name, args, options);
    }

    private static EncryptionPropertyArgs Encrypt(CustomerManagedKey key, ComponentIndex components)
    {
        var vault = components.Vault(key.Vault.Target);
        var encryption = new EncryptionPropertyArgs
        {
            Status = EncryptionStatus.Enabled,
            KeyVaultProperties = new KeyVaultPropertiesArgs
            {
                KeyVaultArmId = vault.ResourceId,
                KeyIdentifier = vault.Uri.Apply(uri => $"{uri}keys/{key.Key}"),
            },
        };
        if (key.Identity is { } identity)
        {
            encryption.Identity = new IdentityForCmkArgs { UserAssignedIdentity = components.Identity(identity.Target).ResourceId };
        }

        return encryption;
    }

    private void Connect(
        RegistryConnection connection, Model.Workspace workspace, AzureTarget target, ComponentIndex components)
    {
        var identity = components.Identity(connection.Identity.Target);
        _ = new WorkspaceConnection($"{workspace.Name}-{connection.Name}", new WorkspaceConnectionArgs
        {
            ResourceGroupName = target.ResourceGroupOf(workspace.Existing, workspace.Address),
            WorkspaceName = Name,
            ConnectionName = connection.Name,
            Properties = new ManagedIdentityAuthTypeWorkspaceConnectionPropertiesArgs
            {
                AuthType = "ManagedIdentity",
                Category = ConnectionCategory.ContainerRegistry,
                Target = components.Registry(connection.Registry.Target).LoginServer,
                IsSharedToAll = connection.SharedToAll,
                Credentials = new WorkspaceConnectionManagedIdentityArgs { ClientId = identity.ClientId, ResourceId = identity.ResourceId },
            },
        }, AzureTarget.ChildOf(this));
    }
}
