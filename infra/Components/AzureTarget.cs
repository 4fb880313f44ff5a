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
        SubscriptionId = client.Apply(result => Confirm(result).SubscriptionId);
        TenantId = client.Apply(result => Confirm(result).TenantId);

        var group = document.ResourceGroup;
        ResourceGroupId = group.Existing is { } existing
            ? Id(existing)
            : new ResourceGroup(group.AzureName, new ResourceGroupArgs
            {
                // Not before the credentials are known to be those of the document.
                ResourceGroupName = SubscriptionId.Apply(_ => group.AzureName),
                Location = document.Location,
                Tags = document.Tags.ToDictionary(),
            }).Id;
        ResourceGroupName = ResourceGroupId.Apply(_ => group.AzureName);
    }

    /// <summary>The subscription that is deployed to; fails when the credentials are for another subscription or tenant than the document.</summary>
    public Output<string> SubscriptionId { get; }

    /// <summary>The tenant of the identities; fails when the credentials are for another subscription or tenant than the document.</summary>
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

    // Everything that is created takes one of the two ids, or what follows from them, so nothing is created elsewhere.
    private GetClientConfigResult Confirm(GetClientConfigResult client)
    {
        Confirm(client.SubscriptionId, document.Subscription?.ToString(), "subscription", "azure-native:subscriptionId");
        Confirm(client.TenantId, document.Tenant?.ToString(), "tenant", "azure-native:tenantId");
        return client;
    }

    private void Confirm(string actual, string? wanted, string what, string key)
    {
        if (wanted is not null && !string.Equals(actual, wanted, StringComparison.OrdinalIgnoreCase))
        {
            throw new RunException(
                $"{document.Path} is for {what} {wanted}, but the credentials are for {actual}. "
                + $"Sign in there, or set it with `pulumi config set {key} {wanted}`.");
        }
    }
}
