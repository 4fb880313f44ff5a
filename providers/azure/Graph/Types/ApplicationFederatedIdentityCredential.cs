using System.Collections.Frozen;
using Provisioning.Providers.Azure.Resources;
using Provisioning.Providers.Azure.Values;

namespace Provisioning.Providers.Azure.Graph.Types;

/// <summary>
/// Microsoft Graph /applications/{id}/federatedIdentityCredentials (microsoft-graph-docs,
/// resources/federatedidentitycredential).
/// </summary>
internal static class ApplicationFederatedIdentityCredential
{
    /// <summary>
    /// The type. Its name is immutable and a key; writes below one application run one after the other (azuread, locks).
    /// </summary>
    public static GraphResourceType Type { get; } = new()
    {
        Token = "azuread:index/applicationFederatedIdentityCredential:ApplicationFederatedIdentityCredential",
        Noun = "application federated identity credential",
        Collection = PathTemplate.Parse("/applications/{applicationId}/federatedIdentityCredentials"),
        Path = PathTemplate.Parse("/applications/{applicationId}/federatedIdentityCredentials/{credentialId}"),
        Id = PathTemplate.Parse("/{applicationId}/federatedIdentityCredential/{credentialId}"),
        Key = "credentialId",
        Parents = ["applicationId"],
        Required = ["audiences", "displayName", "issuer", "subject"],
        Replaces = ["displayName"],
        CreateOnly = ["displayName"],
        NaturalKey = inputs =>
            $"/applications/{GraphIds.ObjectIdOf(inputs.TextAt("applicationId"))}/federatedIdentityCredentials/{inputs.TextAt("displayName")}",
        OneWriteAtATime = true,
        Inputs = ["audiences", "description", "displayName", "issuer", "subject"],
        Properties = new Dictionary<string, string>
        {
            ["audiences"] = "audiences",
            ["credentialId"] = "id",
            ["description"] = "description",
            ["displayName"] = "name",
            ["issuer"] = "issuer",
            ["subject"] = "subject",
        }.ToFrozenDictionary(StringComparer.Ordinal),
    };
}
