namespace Provisioning.Providers.Azure.Configuration;

/// <summary>A setting of the providers and the environment variables that stand in for it, in order.</summary>
/// <param name="Name">The configuration key without the package.</param>
/// <param name="Variables">Names of environment variables.</param>
internal sealed record Setting(string Name, params IReadOnlyList<string> Variables)
{
    /// <summary>The subscription that resources go to.</summary>
    public static Setting SubscriptionId { get; } = new("subscriptionId", "ARM_SUBSCRIPTION_ID");

    /// <summary>The tenant to sign in to.</summary>
    public static Setting TenantId { get; } = new("tenantId", "ARM_TENANT_ID");

    /// <summary>The client id of the application or user-assigned identity to sign in as.</summary>
    public static Setting ClientId { get; } = new("clientId", "ARM_CLIENT_ID");

    /// <summary>The client secret. Secret.</summary>
    public static Setting ClientSecret { get; } = new("clientSecret", "ARM_CLIENT_SECRET");

    /// <summary>The path of a client certificate with its private key.</summary>
    public static Setting ClientCertificatePath { get; } = new("clientCertificatePath", "ARM_CLIENT_CERTIFICATE_PATH");

    /// <summary>The password of the certificate. Secret.</summary>
    public static Setting ClientCertificatePassword { get; } = new("clientCertificatePassword", "ARM_CLIENT_CERTIFICATE_PASSWORD");

    /// <summary>Whether to sign in with a federated token.</summary>
    public static Setting UseOidc { get; } = new("useOidc", "ARM_USE_OIDC");

    /// <summary>The federated token itself. Secret.</summary>
    public static Setting OidcToken { get; } = new("oidcToken", "ARM_OIDC_TOKEN");

    /// <summary>The path of a file with the federated token.</summary>
    public static Setting OidcTokenFilePath { get; } = new("oidcTokenFilePath", "ARM_OIDC_TOKEN_FILE_PATH");

    /// <summary>The bearer token to ask a pipeline for a federated token with. Secret.</summary>
    public static Setting OidcRequestToken { get; } = new("oidcRequestToken", "ACTIONS_ID_TOKEN_REQUEST_TOKEN");

    /// <summary>Where to ask a pipeline for a federated token.</summary>
    public static Setting OidcRequestUrl { get; } = new("oidcRequestUrl", "ACTIONS_ID_TOKEN_REQUEST_URL");

    /// <summary>The audience of the federated token.</summary>
    public static Setting OidcAudience { get; } = new("oidcAudience", "ARM_OIDC_AUDIENCE");

    /// <summary>Whether to sign in as the managed identity of the machine.</summary>
    public static Setting UseMsi { get; } = new("useMsi", "ARM_USE_MSI");

    /// <summary>Whether to try the default chain of credentials.</summary>
    public static Setting UseDefaultAzureCredential { get; } = new("useDefaultAzureCredential", "ARM_USE_DEFAULT_AZURE_CREDENTIAL");

    /// <summary>The cloud: public, usgovernment or china.</summary>
    public static Setting Environment { get; } = new("environment", "ARM_ENVIRONMENT", "AZURE_ENVIRONMENT");

    /// <summary>A host that describes a cloud of its own.</summary>
    public static Setting MetadataHost { get; } = new("metadataHost", "ARM_METADATA_HOSTNAME");

    /// <summary>More tenants to sign in to, as a JSON list.</summary>
    public static Setting AuxiliaryTenantIds { get; } = new("auxiliaryTenantIds", "ARM_AUXILIARY_TENANT_IDS");

    /// <summary>Whether the authority is taken as it is, without asking the public cloud about it.</summary>
    public static Setting DisableInstanceDiscovery { get; } = new("disableInstanceDiscovery", "ARM_DISABLE_INSTANCE_DISCOVERY");

    /// <summary>
    /// Whether deletes purge what services would keep to be recovered. A setting of this provider alone: azure-native never purges.
    /// </summary>
    public static Setting PurgeOnDelete { get; } = new("purgeOnDelete", "ARM_PURGE_ON_DELETE");

    /// <summary>Where resources go that do not say so.</summary>
    public static Setting Location { get; } = new("location");
}
