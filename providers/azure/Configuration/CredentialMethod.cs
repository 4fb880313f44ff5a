using System.Security.Cryptography.X509Certificates;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;

namespace Provisioning.Providers.Azure.Configuration;

/// <summary>One way to sign in.</summary>
/// <param name="Name">What a sentence calls it.</param>
/// <param name="IsChosen">Whether the settings ask for it.</param>
/// <param name="Required">The settings it cannot do without.</param>
/// <param name="Create">Makes the credential; no request is sent yet.</param>
internal sealed record CredentialMethod(
    string Name,
    Func<ProviderSettings, bool> IsChosen,
    IReadOnlyList<Setting> Required,
    Func<ProviderSettings, Cloud, HttpPipelineTransport, TokenCredential> Create)
{
    /// <summary>
    /// The ways in azure-native's order. The first that is chosen is used, and its failure is final: another identity
    /// than the one configured must never act in its place.
    /// </summary>
    public static IReadOnlyList<CredentialMethod> InOrder { get; } =
    [
        new("the default credential chain", settings => settings.IsOn(Setting.UseDefaultAzureCredential), [], DefaultChain),
        new("a client certificate", settings => Has(settings, Setting.ClientCertificatePath), [Setting.TenantId, Setting.ClientId], Certificate),
        new("a client secret", settings => Has(settings, Setting.ClientSecret), [Setting.TenantId, Setting.ClientId], Secret),
        new("a federated token", settings => settings.IsOn(Setting.UseOidc), [Setting.TenantId, Setting.ClientId], Federated),
        new("a managed identity", settings => settings.IsOn(Setting.UseMsi), [], ManagedIdentity),
        new("the Azure CLI", _ => true, [], AzureCli),
    ];

    /// <summary>The ways that Azure's own tools try one after the other.</summary>
    public static CredentialMethod DefaultCredentials => InOrder[0];

    /// <summary>The way that the settings choose.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="otherwise">The way for settings that choose none; the Azure CLI unless given.</param>
    public static CredentialMethod ChosenBy(ProviderSettings settings, CredentialMethod? otherwise = null)
    {
        var chosen = InOrder.First(candidate => candidate.IsChosen(settings));
        var method = chosen == InOrder[^1] && otherwise is not null ? otherwise : chosen;
        settings.Require($"signing in with {method.Name} needs it", method.Required);
        return method;
    }

    private static bool Has(ProviderSettings settings, Setting setting) => settings.Get(setting).Length > 0;

    private static TokenCredential DefaultChain(ProviderSettings settings, Cloud cloud, HttpPipelineTransport transport)
    {
        var options = Common(new DefaultAzureCredentialOptions { DisableInstanceDiscovery = Isolated(settings, cloud) }, cloud, transport);
        if (Has(settings, Setting.TenantId))
            options.TenantId = settings.Get(Setting.TenantId);
        if (Has(settings, Setting.ClientId))
            options.ManagedIdentityClientId = settings.Get(Setting.ClientId);
        Add(options.AdditionallyAllowedTenants, settings);
        return new DefaultAzureCredential(options);
    }

    private static TokenCredential Certificate(ProviderSettings settings, Cloud cloud, HttpPipelineTransport transport)
    {
        var options = Common(new ClientCertificateCredentialOptions { DisableInstanceDiscovery = Isolated(settings, cloud) }, cloud, transport);
        Add(options.AdditionallyAllowedTenants, settings);
        var (tenant, client, path) = (settings.Get(Setting.TenantId), settings.Get(Setting.ClientId), settings.Get(Setting.ClientCertificatePath));
        return Has(settings, Setting.ClientCertificatePassword)
            ? new ClientCertificateCredential(
                tenant, client, X509CertificateLoader.LoadPkcs12FromFile(path, settings.Get(Setting.ClientCertificatePassword)), options)
            : new ClientCertificateCredential(tenant, client, path, options);
    }

    private static TokenCredential Secret(ProviderSettings settings, Cloud cloud, HttpPipelineTransport transport)
    {
        var options = Common(new ClientSecretCredentialOptions { DisableInstanceDiscovery = Isolated(settings, cloud) }, cloud, transport);
        Add(options.AdditionallyAllowedTenants, settings);
        return new ClientSecretCredential(
            settings.Get(Setting.TenantId), settings.Get(Setting.ClientId), settings.Get(Setting.ClientSecret), options);
    }

    private static TokenCredential Federated(ProviderSettings settings, Cloud cloud, HttpPipelineTransport transport)
    {
        if (!Has(settings, Setting.OidcToken) && Has(settings, Setting.OidcTokenFilePath))
            return TokenFile(settings, cloud, transport);

        var options = Common(new ClientAssertionCredentialOptions { DisableInstanceDiscovery = Isolated(settings, cloud) }, cloud, transport);
        Add(options.AdditionallyAllowedTenants, settings);
        return new ClientAssertionCredential(
            settings.Get(Setting.TenantId), settings.Get(Setting.ClientId), Assertion(settings, cloud, transport), options);
    }

    private static WorkloadIdentityCredential TokenFile(ProviderSettings settings, Cloud cloud, HttpPipelineTransport transport)
    {
        var options = Common(
            new WorkloadIdentityCredentialOptions
            {
                DisableInstanceDiscovery = Isolated(settings, cloud),
                TenantId = settings.Get(Setting.TenantId),
                ClientId = settings.Get(Setting.ClientId),
                TokenFilePath = settings.Get(Setting.OidcTokenFilePath),
            },
            cloud,
            transport);
        Add(options.AdditionallyAllowedTenants, settings);
        return new WorkloadIdentityCredential(options);
    }

    private static Func<CancellationToken, Task<string>> Assertion(ProviderSettings settings, Cloud cloud, HttpPipelineTransport transport)
    {
        if (settings.Get(Setting.OidcToken) is { Length: > 0 } token)
            return _ => Task.FromResult(token);

        settings.Require(
            $"signing in with a federated token needs {settings.Package}:oidcToken, {settings.Package}:oidcTokenFilePath, or both of these",
            Setting.OidcRequestUrl,
            Setting.OidcRequestToken);
        var audience = settings.Get(Setting.OidcAudience) is { Length: > 0 } given ? given : cloud.TokenExchangeAudience;
        return new PipelineToken(transport, settings.Get(Setting.OidcRequestUrl), settings.Get(Setting.OidcRequestToken), audience).GetAsync;
    }

    private static ManagedIdentityCredential ManagedIdentity(ProviderSettings settings, Cloud cloud, HttpPipelineTransport transport)
    {
        var id = Has(settings, Setting.ClientId)
            ? ManagedIdentityId.FromUserAssignedClientId(settings.Get(Setting.ClientId))
            : ManagedIdentityId.SystemAssigned;
        return new ManagedIdentityCredential(Common(new ManagedIdentityCredentialOptions(id), cloud, transport));
    }

    private static TokenCredential AzureCli(ProviderSettings settings, Cloud cloud, HttpPipelineTransport transport)
    {
        var options = Common(new AzureCliCredentialOptions(), cloud, transport);
        if (Has(settings, Setting.TenantId))
            options.TenantId = settings.Get(Setting.TenantId);
        Add(options.AdditionallyAllowedTenants, settings);
        return new AzureCliCredential(options);
    }

    private static T Common<T>(T options, Cloud cloud, HttpPipelineTransport transport)
        where T : TokenCredentialOptions
    {
        options.AuthorityHost = cloud.Authority;
        options.Transport = transport;
        options.Diagnostics.IsLoggingEnabled = false;
        return options;
    }

    private static void Add(IList<string> tenants, ProviderSettings settings)
    {
        foreach (var tenant in settings.List(Setting.AuxiliaryTenantIds))
            tenants.Add(tenant);
    }

    private static bool Isolated(ProviderSettings settings, Cloud cloud) => cloud.IsPrivate || settings.IsOn(Setting.DisableInstanceDiscovery);
}
