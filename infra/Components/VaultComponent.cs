using Pulumi;
using Pulumi.AzureNative.KeyVault;
using Pulumi.AzureNative.KeyVault.Inputs;

namespace Provisioning.Infra.Components;

/// <summary>A key vault that authorizes by Azure roles.</summary>
internal sealed class VaultComponent : ComponentResource, IAzureComponent
{
    /// <summary>Creates or reads the vault.</summary>
    public VaultComponent(Model.Vault vault, AzureTarget target)
        : base(ComponentTypes.Vault, vault.Name)
    {
        var resource = vault.Existing is { } existing
            ? Vault.Get(vault.Name, target.Id(existing), AzureTarget.ChildOf(this))
            : Create(vault, target);
        ResourceId = resource.Id;
        Uri = resource.Properties.Apply(properties => properties.VaultUri);
        RegisterOutputs(new Dictionary<string, object?> { ["resourceId"] = ResourceId });
    }

    /// <inheritdoc/>
    public Output<string> ResourceId { get; }

    /// <summary>Base address of the vault, with a slash at the end.</summary>
    public Output<string> Uri { get; }

    private Vault Create(Model.Vault vault, AzureTarget target)
    {
        var properties = new VaultPropertiesArgs
        {
            TenantId = target.TenantId,
            Sku = new SkuArgs { Family = SkuFamily.A, Name = vault.Sku == "premium" ? SkuName.Premium : SkuName.Standard },
            EnableRbacAuthorization = true,
            EnableSoftDelete = true,
            SoftDeleteRetentionInDays = vault.SoftDeleteDays,
            PublicNetworkAccess = OutputValues.Enabled(vault.PublicNetworkAccess),
        };
        if (vault.PurgeProtection)
        {
            // Azure knows "on" and "not set"; it refuses "off".
            properties.EnablePurgeProtection = true;
        }

        return new Vault(vault.Name, new VaultArgs
        {
            ResourceGroupName = target.ResourceGroupName,
            VaultName = vault.AzureName,
            Location = vault.Location,
            Properties = properties,
            Tags = vault.Tags.ToDictionary(),
        }, AzureTarget.ChildOf(this));
    }
}
