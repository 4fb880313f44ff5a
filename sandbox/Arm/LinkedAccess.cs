namespace Provisioning.Sandbox.Arm;

/// <summary>An action that a request demands on a resource other than its target.</summary>
/// <param name="Scope">The resource the body names.</param>
/// <param name="Action">The action on it.</param>
internal sealed record LinkedAccess(ArmId Scope, string Action);
