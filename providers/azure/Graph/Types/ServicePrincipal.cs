using System.Collections.Frozen;
using Provisioning.Protocol.Values;
using Provisioning.Providers.Azure.Resources;
using Provisioning.Providers.Azure.Values;

namespace Provisioning.Providers.Azure.Graph.Types;

/// <summary>Microsoft Graph /servicePrincipals (microsoft-graph-docs, resources/serviceprincipal).</summary>
internal static class ServicePrincipal
{
    /// <summary>The type. A tenant has one principal per application, so the client id is a key.</summary>
    public static GraphResourceType Type { get; } = new()
    {
        Token = "azuread:index/servicePrincipal:ServicePrincipal",
        Noun = "service principal",
        Collection = PathTemplate.Parse("/servicePrincipals"),
        Path = PathTemplate.Parse("/servicePrincipals/{objectId}"),
        Id = PathTemplate.Parse("/servicePrincipals/{objectId}"),
        Key = "objectId",
        Required = ["clientId"],
        Replaces = ["clientId"],
        CreateOnly = ["clientId"],
        NaturalKey = inputs => $"/servicePrincipals(appId='{inputs.TextAt("clientId")}')",
        TakesOver = inputs => inputs.GetOrNull("useExisting") is PropertyValue.BoolValue { Value: true },
        Inputs =
        [
            "accountEnabled", "alternativeNames", "appRoleAssignmentRequired", "clientId", "description", "loginUrl", "notes",
            "notificationEmailAddresses", "preferredSingleSignOnMode", "tags", "useExisting",
        ],
        Refused = ["featureTags", "features", "owners", "samlSingleSignOn"],
        Properties = new Dictionary<string, string>
        {
            ["accountEnabled"] = "accountEnabled",
            ["alternativeNames"] = "alternativeNames",
            ["appRoleAssignmentRequired"] = "appRoleAssignmentRequired",
            ["appRoles"] = "appRoles",
            ["applicationTenantId"] = "appOwnerOrganizationId",
            ["clientId"] = "appId",
            ["description"] = "description",
            ["displayName"] = "displayName",
            ["homepageUrl"] = "homepage",
            ["loginUrl"] = "loginUrl",
            ["logoutUrl"] = "logoutUrl",
            ["notes"] = "notes",
            ["notificationEmailAddresses"] = "notificationEmailAddresses",
            ["oauth2PermissionScopes"] = "oauth2PermissionScopes",
            ["objectId"] = "id",
            ["preferredSingleSignOnMode"] = "preferredSingleSignOnMode",
            ["redirectUris"] = "replyUrls",
            ["samlMetadataUrl"] = "samlMetadataUrl",
            ["servicePrincipalNames"] = "servicePrincipalNames",
            ["signInAudience"] = "signInAudience",
            ["tags"] = "tags",
            ["type"] = "servicePrincipalType",
        }.ToFrozenDictionary(StringComparer.Ordinal),
        WireNames = new WireNames(new Dictionary<string, string>
        {
            ["appRoles.enabled"] = "isEnabled",
            ["oauth2PermissionScopes.enabled"] = "isEnabled",
        }),
        Derive = outputs => outputs
            .With("appRoleIds", Application.ValuesToIds(outputs.GetOrNull("appRoles")))
            .With("oauth2PermissionScopeIds", Application.ValuesToIds(outputs.GetOrNull("oauth2PermissionScopes"))),
    };
}
