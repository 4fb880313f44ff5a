using System.Collections.Immutable;
using Provisioning.Infra.Access;
using Provisioning.Infra.Model;
using Pulumi;
using Pulumi.AzureNative.Authorization;
using Pulumi.AzureNative.Resources;
using ResourceGroup = Pulumi.AzureNative.Resources.ResourceGroup;

namespace Provisioning.Infra.Components;

/// <summary>Where the stack is deployed: subscription, tenant and resource group.</summary>
internal sealed class AzureTarget
{
    private readonly StackDocument document;

    /// <summary>Asks Azure who deploys, and reads or creates the resource group.</summary>
    public AzureTarget(StackDocument document)
    {
        this.document = document;
        var client = GetClientConfig.Invoke();
        SubscriptionId = client.Apply(result => Same(result.SubscriptionId, document.Subscription?.ToString(), "subscription", "azure-native:subscriptionId"));
        TenantId = client.Apply(result => Same(result.TenantId, document.Tenant?.ToString(), "tenant", "azure-native:tenantId"));

        var group = document.ResourceGroup;
        ResourceGroupId = group.Existing is { } existing
            ? Id(existing)
            : new ResourceGroup(group.AzureName, new ResourceGroupArgs
            {
                // Waits for the checks above: nothing is created in a subscription or tenant that the document does not mean.
                ResourceGroupName = Output.Tuple(SubscriptionId, TenantId).Apply(_ => group.AzureName),
                Location = document.Location,
                Tags = document.Tags.ToDictionary(),
            }).Id;
        ResourceGroupName = ResourceGroupId.Apply(_ => group.AzureName);
    }

    /// <summary>The subscription that is deployed to.</summary>
    public Output<string> SubscriptionId { get; }

    /// <summary>The tenant of the identities.</summary>
    public Output<string> TenantId { get; }

    /// <summary>Id of the resource group.</summary>
    public Output<string> ResourceGroupId { get; }

    /// <summary>Name of the resource group, known once the group exists.</summary>
    public Output<string> ResourceGroupName { get; }

    /// <summary>An id of the document, with the placeholder for the own subscription filled in.</summary>
    public Output<string> Id(ArmId id) => SubscriptionId.Apply(own => id.In(new SubscriptionId(Guid.Parse(own))));

    /// <summary>Full id of a role definition, in the subscription of the scope that it is assigned at.</summary>
    public Output<string> RoleDefinitionId(RoleReference role, AccessScope scope) => SubscriptionId.Apply(own =>
        $"/subscriptions/{scope.Existing?.Subscription?.ToString() ?? own}/providers/Microsoft.Authorization/roleDefinitions/{role.DefinitionId:D}");

    /// <summary>Name of the resource group of an entry: its own one when it exists already, else the stack's.</summary>
    /// <exception cref="RunException">The resource lies in another subscription, where this stack cannot work.</exception>
    public Output<string> ResourceGroupOf(ArmId? existing, string address)
    {
        if (existing is null)
        {
            return ResourceGroupName;
        }

        return SubscriptionId.Apply(own => existing.Subscription is { } subscription && subscription.ToString() != own
            ? throw new RunException(
                $"{address} lies in subscription {subscription}, but the stack deploys to {own}. Deploy it with a stack of that subscription.")
            : existing.ResourceGroup);
    }

    /// <summary>Options of a child of a component.</summary>
    public static CustomResourceOptions ChildOf(Resource parent, params ImmutableArray<Resource> dependsOn)
    {
        var options = new CustomResourceOptions { Parent = parent };
        foreach (var dependency in dependsOn)
        {
            options.DependsOn.Add(dependency);
        }

        return options;
    }

    private string Same(string actual, string? wanted, string what, string key) =>
        wanted is null || string.Equals(actual, wanted, StringComparison.OrdinalIgnoreCase)
            ? actual
            : throw new RunException(
                $"{document.Path} is for {what} {wanted}, but the credentials are for {actual}. "
                + $"Sign in there, or set it with `pulumi config set {key} {wanted}`.");
}
