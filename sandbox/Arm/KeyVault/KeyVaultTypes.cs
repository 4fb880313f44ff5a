using Provisioning.Sandbox.Arm.LongRunning;

namespace Provisioning.Sandbox.Arm.KeyVault;

/// <summary>The types of <c>Microsoft.KeyVault</c>, and where their operations are followed.</summary>
internal static class KeyVaultTypes
{
    private const string Namespace = "Microsoft.KeyVault";

    /// <summary>Route below a region of the subscription.</summary>
    public const string Locations = ArmResourceType.SubscriptionRoute + "/providers/" + Namespace + "/locations/{location}/";

    private static readonly ApiVersions Versions = ApiVersions.Of(
        "2021-10-01", "2022-07-01", "2023-02-01", "2023-07-01", "2024-11-01", "2025-05-01", "2026-02-01");

    /// <summary>Vaults; a name is taken for everybody, and a deleted vault keeps it until it is purged.</summary>
    public static ArmResourceType Vaults { get; } = new(
        Namespace, [("vaults", "vaultName")], Versions, "^(?!.*--)[a-zA-Z][a-zA-Z0-9-]{1,22}[a-zA-Z0-9]$")
    {
        NameErrorCode = "VaultNameNotValid",
        HasGlobalNames = true,
        HasSystemData = true,
        SoftDeletion = TimeSpan.FromDays(90),
        ReadOnlyProperties = ["vaultUri", "hsmPoolResourceId", "provisioningState", "privateEndpointConnections"],
    };

    /// <summary>Secrets of a vault, as far as Resource Manager writes them.</summary>
    public static ArmResourceType Secrets { get; } = new(
        Namespace, [("vaults", "vaultName"), ("secrets", "secretName")], Versions, "^[a-zA-Z0-9-]{1,127}$")
    {
        IsTracked = false,
        IsMadeByDataPlane = true,
        ReadOnlyProperties = ["secretUri", "secretUriWithVersion"],
    };

    /// <summary>Keys of a vault, as far as Resource Manager writes them.</summary>
    public static ArmResourceType Keys { get; } = new(
        Namespace, [("vaults", "vaultName"), ("keys", "keyName")], Versions, "^[a-zA-Z0-9-]{1,127}$")
    {
        IsTracked = false,
        IsMadeByDataPlane = true,
        ReadOnlyProperties = ["keyUri", "keyUriWithVersion"],
    };

    /// <summary>Where the end of a purge is found.</summary>
    public static PollingRoute Result { get; } = new(Locations + "operationResults/{operationId}", Versions);

    /// <summary>Headers of a purge.</summary>
    public static Polling Purge { get; } = new(Status: null, Result);
}
