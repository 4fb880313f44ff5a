using Provisioning.Sandbox.Arm.Identity;
using Provisioning.Sandbox.Arm.LongRunning;

namespace Provisioning.Sandbox.Arm.Storage;

/// <summary>The types of <c>Microsoft.Storage</c>, and where their operations are followed.</summary>
internal static class StorageTypes
{
    private const string Namespace = "Microsoft.Storage";

    private static readonly ApiVersions Versions = ApiVersions.Of(
        "2021-09-01", "2022-05-01", "2022-09-01", "2023-01-01", "2023-05-01", "2024-01-01", "2025-01-01", "2025-06-01", "2026-04-01");

    private static readonly (string Type, string Parameter) AccountSegment = ("storageAccounts", "accountName");
    private static readonly (string Type, string Parameter) ServiceSegment = ("blobServices", "blobServicesName");

    /// <summary>Storage accounts; a name is taken for everybody.</summary>
    public static ArmResourceType Accounts { get; } = new(Namespace, [AccountSegment], Versions, "^[a-z0-9]{3,24}$")
    {
        NameErrorCode = "AccountNameInvalid",
        HasGlobalNames = true,
        ReadOnlyProperties =
        [
            "primaryEndpoints", "secondaryEndpoints", "primaryLocation", "statusOfPrimary", "creationTime", "keyCreationTime", "provisioningState",
            "privateEndpointConnections",
        ],
    };

    /// <summary>The blob service of an account: always there, always named <c>default</c>.</summary>
    public static ArmResourceType BlobServices { get; } = new(Namespace, [AccountSegment, ServiceSegment], Versions, "^default$") { IsTracked = false };

    /// <summary>Containers of the blob service.</summary>
    public static ArmResourceType Containers { get; } = new(
        Namespace,
        [AccountSegment, ServiceSegment, ("containers", "containerName")],
        Versions,
        "^[a-z0-9](?!.*--)[a-z0-9-]{1,61}[a-z0-9]$")
    {
        IsTracked = false,
        ReadOnlyProperties = ["lastModifiedTime", "leaseState", "leaseStatus", "hasImmutabilityPolicy", "hasLegalHold", "deleted", "version"],
    };

    /// <summary>Identities of an account.</summary>
    public static IdentityRules Identity { get; } = new(MaximumUserAssigned: 1, "SystemAssigned,UserAssigned");

    /// <summary>Where the outcome of a creation is found.</summary>
    public static PollingRoute Result { get; } = new(
        ArmResourceType.SubscriptionRoute + "/providers/" + Namespace + "/locations/{location}/asyncoperations/{operationId}",
        Versions)
    {
        Query = "monitor=true",
    };

    /// <summary>Headers of a creation.</summary>
    public static Polling Creation { get; } = new(Status: null, Result);
}
