using System.Collections.Frozen;
using Provisioning.Providers.Azure.Arm.Types;

namespace Provisioning.Providers.Azure.Arm;

/// <summary>The table of all types of Azure Resource Manager that the provider knows.</summary>
internal static class ArmResourceTypes
{
    /// <summary>The types by token.</summary>
    public static FrozenDictionary<string, ArmResourceType> ByToken { get; } = new[]
    {
        ResourceGroup.Type,
        UserAssignedIdentity.Type,
        FederatedIdentityCredential.Type,
        RoleAssignment.Type,
    }.ToFrozenDictionary(type => type.Token, StringComparer.Ordinal);
}
