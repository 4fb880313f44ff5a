using System.Collections.Frozen;
using Provisioning.Protocol.Values;
using Provisioning.Providers.Azure.Resources;
using Provisioning.Providers.Azure.Values;

namespace Provisioning.Providers.Azure.Graph.Types;

/// <summary>Microsoft Graph /applications (microsoft-graph-docs, resources/application).</summary>
internal static class Application
{
    /// <summary>
    /// The type. A display name is no key: two applications may share it. So new ones get a unique name, by which an interrupted
    /// create can be found and repeated (microsoft-graph-docs, api/application-upsert).
    /// </summary>
    public static GraphResourceType Type { get; } = new()
    {
        Token = "azuread:index/application:Application",
        Noun = "application",
        Collection = PathTemplate.Parse("/applications"),
        Path = PathTemplate.Parse("/applications/{objectId}"),
        Id = PathTemplate.Parse("/applications/{objectId}"),
        Key = "objectId",
        NaturalKey = inputs => inputs.TextAt(GraphCheck.UniqueName) is { } name ? $"/applications(uniqueName='{name}')" : null,
        HasUniqueName = true,
        Required = ["displayName"],
        Inputs =
        [
            "api", "appRoles", "description", "deviceOnlyAuthEnabled", "displayName", "fallbackPublicClientEnabled", "identifierUris",
            "marketingUrl", "notes", "oauth2PostResponseRequired", "optionalClaims", "privacyStatementUrl", "publicClient",
            "requiredResourceAccesses", "serviceManagementReference", "signInAudience", "singlePageApplication", "supportUrl", "tags",
            "termsOfServiceUrl", "web",
        ],
        Refused =
        [
            "featureTags", "groupMembershipClaims", "logoImage", "owners", "password", "preventDuplicateNames", "templateId",
        ],
        Properties = new Dictionary<string, string>
        {
            ["api"] = "api",
            ["appRoles"] = "appRoles",
            ["clientId"] = "appId",
            ["description"] = "description",
            ["deviceOnlyAuthEnabled"] = "isDeviceOnlyAuthSupported",
            ["disabledByMicrosoft"] = "disabledByMicrosoftStatus",
            ["displayName"] = "displayName",
            ["fallbackPublicClientEnabled"] = "isFallbackPublicClient",
            ["identifierUris"] = "identifierUris",
            ["logoUrl"] = "info.logoUrl",
            ["marketingUrl"] = "info.marketingUrl",
            ["notes"] = "notes",
            ["oauth2PostResponseRequired"] = "oauth2RequirePostResponse",
            ["objectId"] = "id",
            ["optionalClaims"] = "optionalClaims",
            ["privacyStatementUrl"] = "info.privacyStatementUrl",
            ["publicClient"] = "publicClient",
            ["publisherDomain"] = "publisherDomain",
            ["requiredResourceAccesses"] = "requiredResourceAccess",
            ["serviceManagementReference"] = "serviceManagementReference",
            ["signInAudience"] = "signInAudience",
            ["singlePageApplication"] = "spa",
            ["supportUrl"] = "info.supportUrl",
            ["tags"] = "tags",
            ["termsOfServiceUrl"] = "info.termsOfServiceUrl",
            ["web"] = "web",
        }.ToFrozenDictionary(StringComparer.Ordinal),
        WireNames = new WireNames(new Dictionary<string, string>
        {
            ["api.mappedClaimsEnabled"] = "acceptMappedClaims",
            ["api.oauth2PermissionScopes.enabled"] = "isEnabled",
            ["appRoles.enabled"] = "isEnabled",
            ["optionalClaims.accessTokens"] = "accessToken",
            ["optionalClaims.idTokens"] = "idToken",
            ["optionalClaims.saml2Tokens"] = "saml2Token",
            ["requiredResourceAccesses.resourceAccesses"] = "resourceAccess",
            ["web.homepageUrl"] = "homePageUrl",
            ["web.implicitGrant.accessTokenIssuanceEnabled"] = "enableAccessTokenIssuance",
            ["web.implicitGrant.idTokenIssuanceEnabled"] = "enableIdTokenIssuance",
        }),
        Derive = outputs => outputs
            .With("appRoleIds", ValuesToIds(outputs.GetOrNull("appRoles")))
            .With("oauth2PermissionScopeIds", ValuesToIds(outputs.ValueAt("api.oauth2PermissionScopes"))),
    };

    /// <summary>The ids of roles or scopes by their value, which is what tokens carry.</summary>
    public static PropertyValue ValuesToIds(PropertyValue list)
    {
        var items = list is PropertyValue.ArrayValue array ? array.Items.Select(item => item.AsMembers()) : [];
        return new PropertyValue.ObjectValue(PropertyMap.Create(items
            .Where(item => item.TextAt("value") is { Length: > 0 })
            .Select(item => KeyValuePair.Create(item.TextAt("value") ?? "", item.GetOrNull("id")))));
    }
}
