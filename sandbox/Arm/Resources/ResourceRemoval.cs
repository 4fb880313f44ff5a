using Provisioning.Sandbox.Arm.Identity;

namespace Provisioning.Sandbox.Arm.Resources;

/// <summary>
/// Removes a resource or group with all that belongs to it: what is below, its role assignments and locks, the principals of its
/// identities, its name. What Azure deletes softly can come back.
/// </summary>
internal sealed class ResourceRemoval(ArmWorld arm)
{
    /// <summary>Removes a thing and everything below it.</summary>
    public void Remove(ArmId id)
    {
        foreach (var resource in arm.Resources.Below(id).Reverse())
            RemoveOne(resource);
        if (arm.Resources.Find(id) is { } self)
            RemoveOne(self);
        arm.Assignments.RemoveWithin(id);
        arm.Locks.RemoveWithin(id);
    }

    private void RemoveOne(ArmResource resource)
    {
        var id = resource.ArmId;
        arm.Resources.Remove(id);
        IdentityBlock.DeletePrincipals(resource, arm);
        if (ArmTypes.Find(id.Type) is { SoftDeletion: { } retention })
            arm.SoftDeleted.Add(resource, SoftDeletion.RetentionOf(resource, retention));
        else
            arm.Names.Release(id);
    }
}
