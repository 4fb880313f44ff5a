using Provisioning.Infra.Model;
using Pulumi.AzureNative.MachineLearningServices;
using Pulumi.AzureNative.MachineLearningServices.Inputs;

namespace Provisioning.Infra.Components;

/// <summary>Writes the identity of a workspace or compute the way Azure Machine Learning takes it.</summary>
internal static class IdentityBlock
{
    /// <summary>
    /// The <c>identity</c> of a request. Azure refuses the list of identities, even an empty one, unless the type calls for it,
    /// so the list is touched only then.
    /// </summary>
    public static ManagedServiceIdentityArgs Of(IdentityAssignment assignment, ComponentIndex components)
    {
        switch (assignment)
        {
            case IdentityAssignment.None:
                return new ManagedServiceIdentityArgs { Type = ManagedServiceIdentityType.None };
            case IdentityAssignment.SystemAssigned:
                return new ManagedServiceIdentityArgs { Type = ManagedServiceIdentityType.SystemAssigned };
            case IdentityAssignment.UserAssigned user:
                var block = new ManagedServiceIdentityArgs { Type = ManagedServiceIdentityType.UserAssigned };
                foreach (var identity in user.Identities)
                {
                    block.UserAssignedIdentities.Add(components.Identity(identity.Target).ResourceId);
                }

                return block;
            default:
                throw new ArgumentOutOfRangeException(nameof(assignment), assignment, "Unknown identity assignment.");
        }
    }
}
