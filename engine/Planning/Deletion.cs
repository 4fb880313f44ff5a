using Provisioning.Engine.State;

namespace Provisioning.Engine.Planning;

/// <summary>Whether removing a resource from the state means deleting it in the cloud.</summary>
internal static class Deletion
{
    /// <summary>
    /// Whether the provider is called: not for components, for resources managed elsewhere or retained, nor for those
    /// that go with another one that is being deleted.
    /// </summary>
    public static bool CallsProvider(ResourceState resource, Func<Urn, bool> isDeleted) =>
        resource is { Custom: true, External: false, RetainOnDelete: false }
        && !(resource.DeletedWith is { } owner && isDeleted(owner));
}
