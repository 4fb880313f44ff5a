namespace Provisioning.Infra.Model;

/// <summary>The user that a notebook instance is created for.</summary>
/// <param name="ObjectId">The user's object id.</param>
/// <param name="Tenant">The user's tenant; null for the stack's.</param>
public sealed record AssignedUser(PrincipalId ObjectId, TenantId? Tenant);
