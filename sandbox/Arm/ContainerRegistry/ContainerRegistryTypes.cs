using Provisioning.Sandbox.Arm.Identity;
using Provisioning.Sandbox.Arm.LongRunning;

namespace Provisioning.Sandbox.Arm.ContainerRegistry;

/// <summary>The types of <c>Microsoft.ContainerRegistry</c>, and where their operations are followed.</summary>
internal static class ContainerRegistryTypes
{
    private const string Namespace = "Microsoft.ContainerRegistry";
    private const string Locations = ArmResourceType.SubscriptionRoute + "/providers/" + Namespace + "/locations/{location}/";

    private static readonly ApiVersions Versions = ApiVersions.Of(
        "2019-05-01", "2021-09-01", "2022-12-01", "2023-01-01-preview", "2023-07-01", "2025-03-01-preview", "2025-04-01", "2025-11-01");

    /// <summary>Registries; a name is taken for everybody.</summary>
    public static ArmResourceType Registries { get; } = new(Namespace, [("registries", "registryName")], Versions, "^[a-zA-Z0-9]{5,50}$")
    {
        NameErrorCode = "InvalidRegistryName",
        HasGlobalNames = true,
        HasSystemData = true,
        ReadOnlyProperties = ["loginServer", "creationDate", "provisioningState", "status", "dataEndpointHostNames", "privateEndpointConnections"],
    };

    /// <summary>Identities of a registry; its provider writes both kinds with a blank between them.</summary>
    public static IdentityRules Identity { get; } = new(MaximumUserAssigned: 100, "SystemAssigned, UserAssigned");

    /// <summary>Where the state of an operation is found.</summary>
    public static PollingRoute Status { get; } = new(Locations + "operationStatuses/{operationId}", Versions);

    /// <summary>Where the outcome of an operation is found.</summary>
    public static PollingRoute Result { get; } = new(Locations + "operationResults/{operationId}", Versions);

    /// <summary>Headers of every operation.</summary>
    public static Polling Polling { get; } = new(Status, Result);
}
