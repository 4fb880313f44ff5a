using Provisioning.Sandbox.Arm;
using Provisioning.Sandbox.Arm.Identity;
using Provisioning.Sandbox.Arm.ManagedIdentity;
using Provisioning.Sandbox.Entra;

namespace Provisioning.Sandbox.Platforms;

/// <summary>Which identities a host has at the moment, the default one first. Those of pods are <see cref="PodAssignment"/>'s business.</summary>
internal static class HostIdentities
{
    /// <summary>The identities of a host; none when its resource has none or is gone.</summary>
    public static IReadOnlyList<ServicePrincipal> Of(Host host, ArmWorld arm)
    {
        if (arm.Resources.Find(ArmId.Parse(host.Resource))?.Open() is not { } body)
            return [];

        IEnumerable<string?> principals = host switch
        {
            Host.Compute => [body.TextAt("identity", "principalId"), .. IdentityBlock.UserAssigned(body).Select(id => PrincipalOf(id, arm))],
            Host.Node => [body.TextAt("properties", "identityProfile", "kubeletidentity", "objectId")],
            Host.Service => [body.IdAt("properties", "primaryUserAssignedIdentity") is { } primary ? PrincipalOf(primary, arm) : body.TextAt("identity", "principalId")],
            _ => throw new InvalidOperationException($"Unhandled kind of host {host.GetType()}."),
        };
        return [.. principals.Select(principal => Find(principal, arm)).OfType<ServicePrincipal>()];
    }

    private static string? PrincipalOf(ArmId identity, ArmWorld arm) =>
        arm.Resources.Find(identity, ManagedIdentityTypes.UserAssignedIdentities)?.Open().TextAt("properties", "principalId");

    private static ServicePrincipal? Find(string? principal, ArmWorld arm) =>
        Guid.TryParse(principal, out var objectId) ? arm.Directory.FindServicePrincipal(objectId) : null;
}
