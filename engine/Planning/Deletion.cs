using Provisioning.Engine.State;

namespace Provisioning.Engine.Planning;

/// <summary>Whether removing a resource from the state means deleting it in the cloud.</summary>
internal static class Deletion
{
    /// <summary>Whether it was created for this stack and is to be deleted with it: not so components, resources managed elsewhere, and retained ones.</summary>
    public static bool IsManaged(ResourceState resource) => resource is { Custom: true, External: false, RetainOnDelete: false };

    /// <summary>Whether the provider is called, and not only called for the resource that this one goes with.</summary>
    public static bool CallsProvider(ResourceState resource, Func<Urn, bool> isDeleted) =>
        IsManaged(resource) && !(resource.DeletedWith is { } owner && isDeleted(owner));
}
