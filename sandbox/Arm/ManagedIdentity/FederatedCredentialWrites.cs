using System.Collections.Immutable;
using Provisioning.Sandbox.Arm.Resources;
using Provisioning.Sandbox.Entra;

namespace Provisioning.Sandbox.Arm.ManagedIdentity;

/// <summary>What writes of federated credentials have in common: one at a time for each identity, and Entra learns of them later.</summary>
internal static class FederatedCredentialWrites
{
    /// <summary>The refusal of a second writer.</summary>
    public static ArmError Busy(ArmId identity) => ArmError.Conflict(
        "ConcurrentFederatedIdentityCredentialsWritesForSingleManagedIdentity",
        $"Too many Federated Identity Credentials are written concurrently for the managed identity '{identity}'. Concurrent Federated Identity Credentials writes under the same managed identity are not supported.");

    /// <summary>Hands the credentials of an identity over to the token endpoint. A credential that changed is seen only after the delay.</summary>
    public static void Publish(ArmId identity, ArmWorld arm)
    {
        if (arm.Resources.Find(identity)?.Open().TextAt("properties", "principalId") is not { } principal)
            return;

        var credentials = arm.Resources.ChildrenOf(identity, ManagedIdentityTypes.FederatedIdentityCredentials)
            .Select(credential => Read(credential, arm))
            .ToImmutableArray();
        arm.Directory.UpdateServicePrincipal(Guid.Parse(principal), known => known with { FederatedCredentials = credentials });
    }

    private static FederatedCredential Read(ArmResource credential, ArmWorld arm)
    {
        var properties = credential.Open().ObjectAt("properties");
        return new FederatedCredential
        {
            Id = Guid.Empty,
            Name = credential.ArmId.Name,
            Issuer = properties.TextAt("issuer") ?? "",
            Subject = properties.TextAt("subject") ?? "",
            Audience = properties.At("audiences")?[0].TextAt() ?? "",
            VisibleAt = credential.ModifiedAt + arm.Sandbox.Options.Delays.FederatedCredentialEffect,
        };
    }
}
