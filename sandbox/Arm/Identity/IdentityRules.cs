namespace Provisioning.Sandbox.Arm.Identity;

/// <summary>What identities a provider lets its resources have.</summary>
/// <param name="MaximumUserAssigned">How many user-assigned identities; 0 for none.</param>
/// <param name="CombinedType">How it writes both kinds together, or null when it does not allow both.</param>
internal sealed record IdentityRules(int MaximumUserAssigned, string? CombinedType)
{
    /// <summary>Whether a map of identities is refused, empty or not, when the type is not a user-assigned one.</summary>
    public bool RefusesIdleMap { get; init; }
}
