namespace Provisioning.Sandbox.Arm.ManagedIdentity;

/// <summary>The types of <c>Microsoft.ManagedIdentity</c>.</summary>
internal static class ManagedIdentityTypes
{
    private const string Namespace = "Microsoft.ManagedIdentity";

    private static readonly ApiVersions Versions = ApiVersions.Of(
        "2018-11-30", "2022-01-31-preview", "2023-01-31", "2023-07-31-preview", "2024-11-30", "2025-01-31-preview");

    /// <summary>User-assigned identities.</summary>
    public static ArmResourceType UserAssignedIdentities { get; } = new UserAssignedIdentityType(Namespace, Versions);

    /// <summary>Federated credentials of user-assigned identities.</summary>
    public static ArmResourceType FederatedIdentityCredentials { get; } = new(
        Namespace,
        [("userAssignedIdentities", "identityName"), ("federatedIdentityCredentials", "credentialName")],
        ApiVersions.Of("2022-01-31-preview", "2023-01-31", "2023-07-31-preview", "2024-11-30", "2025-01-31-preview"),
        "^[a-zA-Z0-9]{1}[a-zA-Z0-9-_]{2,119}$")
    {
        IsTracked = false,
    };

    /// <summary>Versions of the route that reads a system-assigned identity.</summary>
    public static ApiVersions SystemAssignedVersions => Versions;
}
