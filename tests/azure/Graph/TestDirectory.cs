using Provisioning.Protocol.Values;
using Provisioning.Providers.Azure.Tests.Fakes;
using static Provisioning.Providers.Azure.Tests.Fakes.Harness;

namespace Provisioning.Providers.Azure.Tests.Graph;

/// <summary>The types, paths and bodies of the directory that tests share.</summary>
internal static class TestDirectory
{
    public const string App = "azuread:index/application:Application";
    public const string Principal = "azuread:index/servicePrincipal:ServicePrincipal";
    public const string Credential = "azuread:index/applicationFederatedIdentityCredential:ApplicationFederatedIdentityCredential";
    public const string AppPath = "/v1.0/applications/oid";
    public const string ByUniqueName = "/v1.0/applications(uniqueName='name')";
    public const string PrincipalPath = "/v1.0/servicePrincipals/spid";
    public const string ByAppId = "/v1.0/servicePrincipals(appId='client')";
    public const string Credentials = AppPath + "/federatedIdentityCredentials";
    public const string AppBody = """{"id":"oid","appId":"client","displayName":"trainer","signInAudience":"AzureADMyOrg","info":{"logoUrl":null,"supportUrl":"https://help"},"appRoles":[{"id":"r1","value":"Train","isEnabled":true}],"web":{"homePageUrl":"https://home"}}""";
    public const string CredentialBody = """{"id":"fic","name":"github","issuer":"https://issuer","subject":"repo:a/b","audiences":["api://x"],"description":null}""";

    public static PropertyMap CredentialInputs => Map(
        """{"applicationId":"/applications/oid","displayName":"github","issuer":"https://issuer","subject":"repo:a/b","audiences":["api://x"]}""");

    public static PropertyMap Named => Map("""{"displayName":"trainer","__uniqueName":"name"}""");

    public static Task<Harness> DirectoryAsync() => Harness.CreateAsync(host => new AzureADProvider(host), "azuread", ("tenantId", Tenant));
}
