using System.Collections.Immutable;
using Pulumi;
using Pulumi.AzureNative.MachineLearningServices;
using Compute = Pulumi.AzureNative.MachineLearningServices.Compute;

namespace Provisioning.Infra.Components;

/// <summary>A compute target of a workspace.</summary>
internal sealed class ComputeComponent : ComponentResource, IAzureComponent, IPrincipalComponent
{
    private readonly Lazy<Output<string>> principalId;
    private readonly Lazy<Output<string>> clientId;

    /// <summary>Creates, attaches or reads the compute.</summary>
    /// <param name="compute">The compute.</param>
    /// <param name="target">Where the stack is deployed.</param>
    /// <param name="components">The components of the entries it refers to.</param>
    /// <param name="prerequisites">What Azure must find in place while it creates the compute.</param>
    public ComputeComponent(Model.Compute compute, AzureTarget target, ComponentIndex components, ImmutableArray<Resource> prerequisites)
        : base(ComponentTypes.Compute, compute.Name)
    {
        var workspace = compute.Workspace.Target;
        var resource = compute.Existing is { } existing
            ? Compute.Get(compute.Name, target.Id(existing), AzureTarget.ChildOf(this))
            : new Compute(compute.Name, new ComputeArgs
            {
                ResourceGroupName = target.ResourceGroupOf(workspace.Existing, workspace.Address),
                WorkspaceName = components.Workspace(workspace).Name,
                ComputeName = compute.AzureName,
                Location = workspace.Location,
                Identity = IdentityBlock.Of(compute.Identity, components),
                Properties = ComputeProperties.Of(compute, target, components),
                Tags = compute.Tags.ToDictionary(),
            }, AzureTarget.ChildOf(this, prerequisites));
        ResourceId = resource.Id;
        DisplayName = compute.AzureName;
        principalId = new(() => resource.Identity.Apply(identity => identity?.PrincipalId).Required(
            $"The system-assigned identity of {compute.Address}", "Turn it on, or name user-assigned identities in the document."));
        clientId = new(() => SystemIdentity.ClientIdOf(PrincipalId, this));
        RegisterOutputs(new Dictionary<string, object?> { ["resourceId"] = ResourceId });
    }

    /// <inheritdoc/>
    public Output<string> ResourceId { get; }

    /// <inheritdoc/>
    public Output<string> PrincipalId => principalId.Value;

    /// <inheritdoc/>
    public Output<string> ClientId => clientId.Value;

    /// <inheritdoc/>
    public string DisplayName { get; }
}
