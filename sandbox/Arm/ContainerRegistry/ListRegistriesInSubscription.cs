using Provisioning.Sandbox.Arm.Operations;

namespace Provisioning.Sandbox.Arm.ContainerRegistry;

/// <summary>Lists the registries of the subscription.</summary>
internal sealed class ListRegistriesInSubscription() : ListResourcesInSubscription(ContainerRegistryTypes.Registries);
